namespace BlockAssist.Learner.Evaluation.Beliefs;

/// <summary>What a model believed at one moment, and what came of it.</summary>
/// <param name="Nats">How unlikely what stood in the end was, in nats over all cells of the site.</param>
/// <param name="Missing">How many blocks were missing.</param>
/// <param name="Sure">How many placements were surer than <see cref="Bound"/>.</param>
/// <param name="Right">How many of those were right.</param>
public sealed record MomentScore(double Nats, long Missing, long Sure, long Right)
{
    /// <summary>How sure a placement must be to count as help.</summary>
    public static double Bound => BeliefReport.Bounds[BoundNumber];

    /// <summary>Of what is missing the share that help would do right, less what it would do wrong; 0 where nothing is missing.</summary>
    public double Help => Missing == 0 ? 0 : ((2 * Right) - Sure) / (double)Missing;

    private const int BoundNumber = 1;

    /// <summary>What was counted at a moment.</summary>
    internal static MomentScore Of(BeliefTally moment)
    {
        var sure = moment.Sure[BoundNumber];
        return new MomentScore(moment.Nats, moment.Missing, sure.Count, sure.Right);
    }
}
