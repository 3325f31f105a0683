namespace BlockAssist.Learner.Onnx;

/// <summary>What the numbers of an input are, as the caller gives them.</summary>
public enum ServedElement
{
    /// <summary>32-bit floats.</summary>
    F32,

    /// <summary>Bytes, which the exported network makes floats of: a quarter of the memory to fill and to move.</summary>
    U8,
}
