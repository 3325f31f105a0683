namespace BlockAssist.Learner.Leases;

/// <summary>What came of the replay of a segment of a lease.</summary>
/// <param name="Outcome">In a word.</param>
/// <param name="Reason">In a sentence.</param>
/// <param name="Difference">How far the ends of claimed and replayed segment are apart, as a share of the way; 0 where nothing was replayed.</param>
public sealed record LeaseFinding(LeaseOutcome Outcome, string Reason, double Difference = 0)
{
    /// <summary>What it is about.</summary>
    public LeaseSubject Subject { get; init; }

    /// <summary>The demonstrations that it was shown; where the segment is the same.</summary>
    public IReadOnlyList<SeenPlay> Play { get; init; } = [];

    /// <summary>The key of the class of device that replayed.</summary>
    public string Class { get; init; } = "";
}
