namespace BlockAssist.Learner.Leases;

/// <summary>What a trainer says of a lease, of which a segment is to be replayed.</summary>
/// <param name="Terms">What it was to train.</param>
/// <param name="Segment">Which segment is replayed.</param>
/// <param name="Marks">What it revealed of all segments that it did.</param>
/// <param name="Examples">From how many turns it says to have learnt.</param>
/// <param name="Class">The key of the class of device that it committed to.</param>
public sealed record LeaseClaim(LeaseTerms Terms, int Segment, IReadOnlyList<LeaseMark> Marks, long Examples, string Class);
