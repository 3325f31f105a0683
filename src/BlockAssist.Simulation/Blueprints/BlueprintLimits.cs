namespace BlockAssist.Simulation.Blueprints;

/// <summary>How large a blueprint file and what is in it may be; anything larger is refused before memory is set aside.</summary>
/// <remarks>The defaults read every sensible structure and stay below half a gigabyte of memory on the worst file.</remarks>
public sealed record BlueprintLimits
{
    /// <summary>The limits that hold where nobody names others.</summary>
    public static BlueprintLimits Default { get; } = new();

    /// <summary>The largest file, in bytes.</summary>
    public int MaxFileBytes { get; init; } = 64 << 20;

    /// <summary>The most bytes that a compressed file may unpack to.</summary>
    public int MaxUnpackedBytes { get; init; } = 256 << 20;

    /// <summary>The longest side of a structure, in blocks.</summary>
    public int MaxDimension { get; init; } = 512;

    /// <summary>The most cells of a structure; also the most voxels or cells that its parts may have together.</summary>
    public int MaxVolume { get; init; } = 16 << 20;

    /// <summary>The most entries of a block palette, and the most different unmapped names.</summary>
    public int MaxPalette { get; init; } = 32_768;

    /// <summary>The most regions, models or model instances of one file.</summary>
    public int MaxParts { get; init; } = 1024;

    /// <summary>How deeply the file's data may be nested.</summary>
    public int MaxDepth { get; init; } = 512;
}
