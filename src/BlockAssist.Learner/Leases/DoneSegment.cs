using BlockAssist.Learner.Verification;

namespace BlockAssist.Learner.Leases;

/// <summary>A segment of one's own lease that is done.</summary>
/// <param name="Number">Which one.</param>
/// <param name="Before">Where it starts.</param>
/// <param name="After">Where it ends.</param>
/// <param name="Final">Where the lease ends; null if that is there.</param>
/// <param name="Class">What trained.</param>
internal sealed record DoneSegment(int Number, LeaseMoment Before, LeaseMoment After, LeaseMoment? Final, DeviceClass Class);
