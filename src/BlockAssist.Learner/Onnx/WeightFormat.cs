namespace BlockAssist.Learner.Onnx;

/// <summary>How the weights of an exported network are stored, and what its linear layers compute in.</summary>
/// <remarks>Biases and norms are 32-bit floats throughout: they are small, and everything goes through them.</remarks>
public enum WeightFormat
{
    /// <summary>32-bit floats.</summary>
    F32,

    /// <summary>16-bit floats, made 32-bit when the file is loaded: half the size, the same speed.</summary>
    F16,

    /// <summary>8-bit numbers with a scale for each output channel, made 32-bit floats when the file is loaded.</summary>
    I8,

    /// <summary>
    /// Linear layers multiply 8-bit numbers, their inputs rounded at every run; the other weights as <see cref="F16"/>.
    /// </summary>
    I8Dynamic,
}
