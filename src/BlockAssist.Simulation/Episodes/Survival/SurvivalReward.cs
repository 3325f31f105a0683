namespace BlockAssist.Simulation.Episodes.Survival;

/// <summary>What an edit of an assistant is worth by what became of it (after CodeAssist, whose terms for code edits these are).</summary>
public sealed record SurvivalReward
{
    /// <summary>How many of the player's next actions an edit is watched for.</summary>
    public int Window { get; init; } = 32;

    /// <summary>For an edit that stands after them.</summary>
    public double Stands { get; init; } = 0.25;

    /// <summary>For an edit that stands at the end.</summary>
    public double StandsAtEnd { get; init; } = 1;

    /// <summary>For an edit that the player takes back within them.</summary>
    public double Broken { get; init; } = -0.75;

    /// <summary>What an edit is worth.</summary>
    public double Of(EditFate fate)
    {
        ArgumentNullException.ThrowIfNull(fate);
        return (fate.Stood ? Stands : 0) + (fate.StandsAtEnd ? StandsAtEnd : 0) + (fate.IsBroken ? Broken : 0);
    }

    /// <summary>What an edit earned of the most that one can, 0 to 1: what costs has earned nothing.</summary>
    public double ShareOf(EditFate fate) => Math.Max(0, Of(fate)) / (Stands + StandsAtEnd);
}
