using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Work;

/// <summary>What came of the training of a lease.</summary>
/// <param name="Marks">Its segments, in order.</param>
/// <param name="Update">The file of the update.</param>
/// <param name="Examples">From how many examples it learnt.</param>
/// <param name="Device">The class of device that trained.</param>
public sealed record TrainedLease(IReadOnlyList<SegmentMark> Marks, string Update, long Examples, string Device);
