using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>What a trainer notes of a segment when it is done.</summary>
/// <param name="State">The digest of all that training goes on from: weights and what the optimizer keeps.</param>
/// <param name="Lessons">The digest of what was learnt from.</param>
/// <param name="Loss">The mean loss.</param>
public readonly record struct SegmentMark(Digest State, Digest Lessons, float Loss);
