namespace BlockAssist.Learner.Onnx;

/// <summary>An ONNX file is damaged, or is not one that this program can serve. The message says which, and what is wrong.</summary>
/// <param name="message">One line.</param>
/// <param name="inner">What was found out by running into it.</param>
public sealed class OnnxFormatException(string message, Exception? inner = null) : Exception(message, inner);
