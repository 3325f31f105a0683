using BlockAssist.Simulation.Blueprints.Nbt;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Blueprints.Formats;

/// <summary>One region of a <c>.litematic</c> file: a box of cells at a place, still packed.</summary>
/// <remarks>
/// A negative size means that the box extends from its position towards smaller coordinates; its cells are in ascending
/// order all the same.
/// </remarks>
internal sealed record LitematicRegion(long X, long Y, long Z, GridSize Size, NbtTag Palette, NbtTag States)
{
    /// <summary>Finds the parts of a region and checks its size.</summary>
    public static LitematicRegion Read(NbtTag tag, BlueprintLimits limits)
    {
        var region = tag.AsCompound();
        var (x, y, z) = TripleOf(region.Need("Position"));
        var (width, height, depth) = TripleOf(region.Need("Size"));
        BlueprintCanvas.CheckSize(limits, Math.Abs(width), Math.Abs(height), Math.Abs(depth), NbtPlace.Of("Size", tag.Offset));
        return new LitematicRegion(
            LowEnd(x, width),
            LowEnd(y, height),
            LowEnd(z, depth),
            new GridSize((int)Math.Abs(width), (int)Math.Abs(height), (int)Math.Abs(depth)),
            region.Need("BlockStatePalette"),
            region.Need("BlockStates"));
    }

    private static long LowEnd(long position, long size) => size < 0 ? position + size + 1 : position;

    private static (long X, long Y, long Z) TripleOf(NbtTag tag)
    {
        var compound = tag.AsCompound();
        return (compound.Need("x").ToInt32(), compound.Need("y").ToInt32(), compound.Need("z").ToInt32());
    }
}
