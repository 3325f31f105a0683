using BlockAssist.Learner.Evaluation;

namespace BlockAssist.Learner.Personal;

/// <summary>What models are worth that learnt from so many sessions of their persons, beside the model for all.</summary>
/// <param name="Learnt">From how many sessions they learnt.</param>
/// <param name="Players">How many persons.</param>
/// <param name="Later">How much likelier they held what their persons built later, in nats a moment; over sessions.</param>
/// <param name="Help">How much more of what was missing they would have done right, less what they would have done wrong, in shares; over sessions.</param>
/// <param name="Others">The same as of the later sessions, of sessions of other people.</param>
/// <param name="Practice">The same of practice.</param>
/// <param name="Reward">How much more survival reward they got where later sessions were played on, a restart; null without any.</param>
/// <param name="Lasting">How many more of their edits lasted there.</param>
/// <param name="Lost">How many more did not.</param>
/// <param name="Passed">How many of them would have come to play by the trial on the next session.</param>
public sealed record PersonalStep(
    int Learnt, int Players, Estimate Later, Estimate Help, Estimate Others, Estimate Practice, Estimate? Reward, Estimate? Lasting, Estimate? Lost, int Passed)
{
    /// <summary>All persons together.</summary>
    internal static PersonalStep Of(int learnt, IReadOnlyList<PersonalPoint> points) => new(
        learnt,
        points.Count,
        Over(points, point => point.Later),
        Over(points, point => point.Help),
        Over(points, point => point.Others),
        Over(points, point => point.Practice),
        Estimate.Of([.. points.SelectMany(point => point.Restarts).Select(score => score.Reward)]),
        Estimate.Of([.. points.SelectMany(point => point.Restarts).Select(score => score.Lasting)]),
        Estimate.Of([.. points.SelectMany(point => point.Restarts).Select(score => score.Lost)]),
        points.Count(point => point.Gate.IsPassed));

    private static Estimate Over(IReadOnlyList<PersonalPoint> points, Func<PersonalPoint, IReadOnlyList<double>> values) =>
        Estimate.Of([.. points.SelectMany(values)]) ?? new Estimate(0, 0, 0);
}
