using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Simulations.Learning;

/// <summary>What came of the training of a lease.</summary>
/// <param name="Marks">Its segments, in order.</param>
/// <param name="Update">The update.</param>
/// <param name="Examples">From how many examples it learnt, or says so.</param>
/// <param name="Device">The class of device that trained.</param>
public sealed record TrainedShare(IReadOnlyList<SegmentMark> Marks, SimulatedBlob Update, long Examples, string Device);
