namespace BlockAssist.Simulation.Blueprints.Formats.Vox;

/// <summary>One model: a box of up to 256³ and the voxels in it, each four bytes x, y, z (up) and colour number.</summary>
/// <param name="X">The size from left to right.</param>
/// <param name="Y">The size from front to back.</param>
/// <param name="Z">The size from bottom to top.</param>
/// <param name="Voxels">The voxels' bytes.</param>
internal sealed record VoxModel(int X, int Y, int Z, ReadOnlyMemory<byte> Voxels)
{
    /// <summary>How many voxels there are.</summary>
    public int Count => Voxels.Length / 4;

    /// <summary>Reads a SIZE chunk and the XYZI chunk that follows it.</summary>
    public static VoxModel Read(VoxChunk size, VoxChunk voxels, BlueprintLimits limits)
    {
        var reader = size.Open();
        var (x, y, z) = (reader.Int(), reader.Int(), reader.Int());
        BlueprintCanvas.CheckSize(limits, x, z, y, $"chunk SIZE, at byte {size.Offset}");
        var content = voxels.Open();
        var bytes = 4 * content.Count(4);
        return new VoxModel(x, y, z, voxels.Content.Slice(4, bytes));
    }
}
