using BlockAssist.Learner.Training;
using BlockAssist.Learner.Verification;

namespace BlockAssist.Learner.Leases;

/// <summary>Evidence of which all that can be checked without a step was found sound.</summary>
/// <param name="Start">What the lease began with.</param>
/// <param name="Evidence">The evidence.</param>
/// <param name="Before">Where the segment starts.</param>
/// <param name="Replay">Makes its steps.</param>
internal sealed record SoundEvidence(LeaseBase Start, LeaseEvidence Evidence, TrainingMoment Before, SegmentReplay Replay);
