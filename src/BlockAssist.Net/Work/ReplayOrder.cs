using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Work;

/// <summary>A segment to be trained again.</summary>
/// <param name="Round">What the round began with.</param>
/// <param name="Lease">The trainer's lease.</param>
/// <param name="Commitment">What the trainer committed to.</param>
/// <param name="Segment">Which segment.</param>
/// <param name="Marks">What the trainer revealed of all its segments.</param>
/// <param name="Evidence">The file that the trainer sent.</param>
/// <param name="Update">The file of the trainer's update.</param>
public sealed record ReplayOrder(
    RoundFiles Round, Lease Lease, Commitment Commitment, int Segment, IReadOnlyList<SegmentMark> Marks, string Evidence, string Update);
