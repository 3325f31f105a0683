using BlockAssist.Learner.Verification;

namespace BlockAssist.Learner.Leases;

/// <summary>What came of the training of a lease.</summary>
/// <param name="Marks">Its segments that are done, in order.</param>
/// <param name="Update">The file of the update.</param>
/// <param name="Examples">From how many turns it learnt.</param>
/// <param name="Class">What trained.</param>
public sealed record LeaseResult(IReadOnlyList<LeaseMark> Marks, string Update, long Examples, DeviceClass Class);
