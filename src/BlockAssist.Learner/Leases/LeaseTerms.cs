namespace BlockAssist.Learner.Leases;

/// <summary>How much a lease is, and what decides its lessons.</summary>
/// <param name="Segments">How many segments.</param>
/// <param name="StepsASegment">How many steps each has.</param>
/// <param name="Seed">Fixes windows and what is dropped.</param>
public sealed record LeaseTerms(int Segments, int StepsASegment, ulong Seed)
{
    /// <summary>Whether there can be such a lease, of a training that a replay would take upon itself.</summary>
    internal bool IsPossible => Segments is >= 1 and <= 100_000 && StepsASegment is >= 1 and <= 1000;
}
