namespace BlockAssist.Learner.Verification;

/// <summary>A window that a step of a segment showed, told so that others find it in demonstrations of their own.</summary>
/// <param name="File">The hash of the episode's file.</param>
/// <param name="Builder">Which builder of it.</param>
/// <param name="Start">Its first turn.</param>
/// <param name="Symmetry">How it is turned: 0 to 7.</param>
public readonly record struct SegmentWindow(string File, byte Builder, int Start, byte Symmetry);
