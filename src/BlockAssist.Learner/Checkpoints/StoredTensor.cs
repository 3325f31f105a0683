namespace BlockAssist.Learner.Checkpoints;

/// <summary>A tensor of a safetensors file: its header's entry, checked against the file.</summary>
/// <param name="Name">Its name, once in the file.</param>
/// <param name="Type">What its numbers are.</param>
/// <param name="Shape">The length of each axis; none for a single number.</param>
/// <param name="Begin">Where its bytes begin, counted from the end of the header.</param>
/// <param name="End">Where they end.</param>
public sealed record StoredTensor(string Name, TensorType Type, IReadOnlyList<long> Shape, long Begin, long End);
