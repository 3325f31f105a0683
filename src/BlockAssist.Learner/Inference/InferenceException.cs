namespace BlockAssist.Learner.Inference;

/// <summary>A network that is sound cannot be run here. The message says by what, and why not.</summary>
/// <param name="message">One line.</param>
/// <param name="inner">What the runtime said.</param>
public sealed class InferenceException(string message, Exception? inner = null) : Exception(message, inner);
