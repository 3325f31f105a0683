namespace BlockAssist.Learner.Checkpoints;

/// <summary>How safetensors files call the types of numbers, and how large each is.</summary>
internal static class TensorTypeNames
{
    private static readonly (string Name, int Bytes)[] Known =
    [
        ("BOOL", 1), ("U8", 1), ("I8", 1), ("F8_E5M2", 1), ("F8_E4M3", 1),
        ("I16", 2), ("U16", 2), ("F16", 2), ("BF16", 2),
        ("I32", 4), ("U32", 4), ("F32", 4),
        ("F64", 8), ("I64", 8), ("U64", 8),
    ];

    /// <summary>The name in a file.</summary>
    public static string Name(this TensorType type) => Known[(int)type].Name;

    /// <summary>How many bytes one number takes.</summary>
    public static int Bytes(this TensorType type) => Known[(int)type].Bytes;

    /// <summary>The type of a name; null for names that nobody knows.</summary>
    public static TensorType? Find(string name)
    {
        var index = Array.FindIndex(Known, known => known.Name == name);
        return index < 0 ? null : (TensorType)index;
    }
}
