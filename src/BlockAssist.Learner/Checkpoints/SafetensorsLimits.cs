namespace BlockAssist.Learner.Checkpoints;

/// <summary>What a safetensors file may claim at most; anything larger is refused before memory is set aside.</summary>
public sealed record SafetensorsLimits
{
    /// <summary>The limits that hold where nobody names others.</summary>
    public static SafetensorsLimits Default { get; } = new();

    /// <summary>The largest file, in bytes; a file is read into one array.</summary>
    public int MaxFileBytes { get; init; } = 1 << 30;

    /// <summary>The longest header, in bytes. The format itself allows 100 MB.</summary>
    public int MaxHeaderBytes { get; init; } = 4 << 20;

    /// <summary>The most tensors.</summary>
    public int MaxTensors { get; init; } = 16_384;

    /// <summary>The most axes of a tensor.</summary>
    public int MaxAxes { get; init; } = 8;

    /// <summary>The longest name of a tensor or of an entry of the metadata.</summary>
    public int MaxNameLength { get; init; } = 256;

    /// <summary>The most entries of the metadata.</summary>
    public int MaxMetadata { get; init; } = 1024;
}
