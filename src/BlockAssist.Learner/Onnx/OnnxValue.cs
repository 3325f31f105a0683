namespace BlockAssist.Learner.Onnx;

/// <summary>A tensor of a graph: its name there, and its shape.</summary>
/// <param name="Name">What the nodes call it.</param>
/// <param name="Shape">The length of each axis; −1 is the batch.</param>
public sealed record OnnxValue(string Name, int[] Shape);
