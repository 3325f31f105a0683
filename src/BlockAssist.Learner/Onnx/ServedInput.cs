namespace BlockAssist.Learner.Onnx;

/// <summary>An input of a network that is served.</summary>
/// <param name="Name">What the caller calls it.</param>
/// <param name="Shape">The length of each axis; −1 is the batch.</param>
/// <param name="Element">What its numbers are.</param>
/// <param name="Scale">What the numbers are multiplied by before the network sees them: 1/255 for shares given as bytes.</param>
public sealed record ServedInput(string Name, int[] Shape, ServedElement Element = ServedElement.F32, float Scale = 1);
