using BlockAssist.Simulation.Blueprints.Naming;
using BlockAssist.Simulation.Blueprints.Nbt;

namespace BlockAssist.Simulation.Blueprints.Formats;

/// <summary>What structure blocks save: a size, a palette, and a list of blocks each with its place. A cell not listed is air.</summary>
/// <remarks>
/// Some files hold several palettes, one of which the game picks at random (shipwrecks); we take the first. A jigsaw block
/// stands for the block it turns into when the game has assembled a village.
/// </remarks>
internal sealed class StructureCodec : IBlueprintCodec
{
    /// <summary>At 36 bytes a cell, what the default limits let us read again; the game itself stops at 48³.</summary>
    private const int MaxCells = 7 << 20;

    public BlueprintFormat Format => BlueprintFormat.Structure;

    public bool Recognizes(BlueprintSource source) => source.Document is { Root: var root }
        && root.Find("blocks", NbtType.List) is not null && root.Find("size") is not null;

    public BlueprintImport Read(BlueprintSource source)
    {
        var (width, height, depth) = source.Root.Need("size").ToTriple();
        var canvas = BlueprintCanvas.Create(source, width, height, depth, "tag size");
        var palette = NbtCells.PaletteOf(PaletteIn(source.Root), canvas, source.Limits);
        foreach (var tag in source.Root.Need("blocks").AsList().Items())
        {
            Place(tag, palette, canvas);
        }

        return canvas.Finish(Format, null);
    }

    public byte[] Write(Blueprint blueprint)
    {
        var grid = blueprint.Blocks;
        if (grid.Size.Volume > MaxCells)
        {
            throw new ArgumentException($"A structure of {grid.Size} is too large for this format: {MaxCells} cells at most.", nameof(blueprint));
        }

        var nbt = new NbtWriter("");
        nbt.Int("DataVersion", SpongeCodec.DataVersion);
        WriteTriple(nbt, "size", grid.Size.Width, grid.Size.Height, grid.Size.Depth);
        NbtCells.WritePalette(nbt, "palette");
        nbt.List("blocks", NbtType.Compound, grid.Size.Volume);
        for (var i = 0; i < grid.Size.Volume; i++)
        {
            var at = grid.Size.PosOf(NbtCells.CellAt(grid.Size, i));
            nbt.Begin(null);
            WriteTriple(nbt, "pos", at.X, at.Y, at.Z);
            nbt.Int("state", (int)grid[at]);
            nbt.End();
        }

        nbt.List("entities", NbtType.Compound, 0);
        return nbt.Finish();
    }

    private static NbtTag PaletteIn(NbtCompound root)
    {
        if (root.Find("palettes", NbtType.List) is not { } several)
        {
            return root.Need("palette");
        }

        return several.AsList().Items().Select(tag => (NbtTag?)tag).FirstOrDefault()
            ?? throw several.Unexpected("at least one palette", "empty");
    }

    private static void Place(NbtTag tag, CanvasBlock[] palette, BlueprintCanvas canvas)
    {
        var block = tag.AsCompound();
        var (x, y, z) = block.Need("pos").ToTriple();
        if (!canvas.Size.Contains(x, y, z))
        {
            throw new BlueprintFormatException($"a block at ({x}, {y}, {z})", NbtPlace.Of("pos", tag.Offset), $"a place inside {canvas.Size}");
        }

        var state = NbtCells.Pick(palette, block.Need("state").ToInt32(), "tag state of the block at byte", tag.Offset);
        canvas.Set(x, y, z, FinalStateOf(block) is { } final ? canvas.Resolve(final) : state);
    }

    private static BlockState? FinalStateOf(NbtCompound block)
    {
        var jigsaw = block.Find("nbt", NbtType.Compound)?.AsCompound().Find("final_state", NbtType.String);
        return jigsaw is { } tag ? BlockState.Parse(NbtCells.Checked(tag)) : null;
    }

    private static void WriteTriple(NbtWriter nbt, string name, int x, int y, int z)
    {
        nbt.List(name, NbtType.Int, 3);
        nbt.Int(null, x);
        nbt.Int(null, y);
        nbt.Int(null, z);
    }
}
