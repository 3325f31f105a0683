namespace BlockAssist.Net.Work;

/// <summary>A model as numbers.</summary>
/// <param name="Lengths">How many weights each of its tensors has, in order.</param>
/// <param name="Weights">All weights in a row.</param>
/// <param name="Momentum">The momentum of its merges (<see cref="Merging.OuterStep"/>); zeros if it comes of none.</param>
public sealed record OpenedModel(IReadOnlyList<int> Lengths, float[] Weights, float[] Momentum);
