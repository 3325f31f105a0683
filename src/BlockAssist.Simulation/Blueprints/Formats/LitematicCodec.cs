using BlockAssist.Simulation.Blueprints.Nbt;
using BlockAssist.Simulation.Text;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Blueprints.Formats;

/// <summary>Litematica's <c>.litematic</c>: named regions anywhere in space, each with a palette and densely packed numbers.</summary>
/// <remarks>
/// We make one box that holds all regions. Where regions overlap, the later one in the file wins, but its air does not
/// erase what is there.
/// </remarks>
internal sealed class LitematicCodec : IBlueprintCodec
{
    private const int Version = 5; // What Litematica wrote for the Minecraft version that we name; later ones read it.

    public BlueprintFormat Format => BlueprintFormat.Litematic;

    public bool Recognizes(BlueprintSource source) => source.Document is { Root: var root } && root.Find("Regions", NbtType.Compound) is not null;

    public BlueprintImport Read(BlueprintSource source)
    {
        var regions = RegionsOf(source);
        var (x, y, z) = (regions.Min(region => region.X), regions.Min(region => region.Y), regions.Min(region => region.Z));
        var canvas = BlueprintCanvas.Create(
            source,
            regions.Max(region => region.X + region.Size.Width) - x,
            regions.Max(region => region.Y + region.Size.Height) - y,
            regions.Max(region => region.Z + region.Size.Depth) - z,
            "the box around all regions");
        foreach (var region in regions)
        {
            Place(region, new BlockPos((int)(region.X - x), (int)(region.Y - y), (int)(region.Z - z)), canvas, source.Limits);
        }

        return canvas.Finish(Format, source.Root.Find("Metadata", NbtType.Compound)?.AsCompound().Find("Name", NbtType.String)?.ToText());
    }

    public byte[] Write(Blueprint blueprint)
    {
        var (grid, name) = (blueprint.Blocks, OneLine.Of(blueprint.Name));
        var nbt = new NbtWriter("");
        nbt.Int("MinecraftDataVersion", SpongeCodec.DataVersion);
        nbt.Int("Version", Version);
        WriteMetadata(nbt, name, grid);
        nbt.Begin("Regions");
        nbt.Begin(name.Length > 0 ? name : "blueprint");
        WriteTriple(nbt, "Position", 0, 0, 0);
        WriteTriple(nbt, "Size", grid.Size.Width, grid.Size.Height, grid.Size.Depth);
        NbtCells.WritePalette(nbt, "BlockStatePalette");
        nbt.Longs("BlockStates", Pack(grid));
        foreach (var list in (string[])["Entities", "TileEntities", "PendingBlockTicks", "PendingFluidTicks"])
        {
            nbt.List(list, NbtType.Compound, 0);
        }

        nbt.End();
        nbt.End();
        return nbt.Finish();
    }

    private static List<LitematicRegion> RegionsOf(BlueprintSource source)
    {
        var tag = source.Root.Need("Regions");
        var regions = new List<LitematicRegion>();
        long cells = 0;
        foreach (var child in tag.AsCompound().Children())
        {
            var region = LitematicRegion.Read(child, source.Limits);
            cells += region.Size.Volume;
            regions.Add(region);
            if (regions.Count > source.Limits.MaxParts || cells > source.Limits.MaxVolume)
            {
                throw tag.Unexpected(
                    $"at most {source.Limits.MaxParts} regions of {source.Limits.MaxVolume} cells", $"{regions.Count} regions of {cells} cells or more");
            }
        }

        return regions.Count > 0 ? regions : throw tag.Unexpected("at least one region", "empty");
    }

    private static void Place(LitematicRegion region, BlockPos corner, BlueprintCanvas canvas, BlueprintLimits limits)
    {
        var palette = NbtCells.PaletteOf(region.Palette, canvas, limits);
        var bits = PackedLongs.BitsFor(palette.Length);
        var words = region.States.ToLongBytes();
        var needed = PackedLongs.WordsFor(region.Size.Volume, bits);
        if (words.Length / 8 < needed)
        {
            throw region.States.Unexpected($"{needed} longs, as size and palette say", $"{words.Length / 8} longs long");
        }

        for (var i = 0; i < region.Size.Volume; i++)
        {
            var block = NbtCells.Pick(palette, PackedLongs.Read(words, i, bits), "BlockStates, cell", i);
            if (!block.IsAir)
            {
                var at = corner + region.Size.PosOf(NbtCells.CellAt(region.Size, i));
                canvas.Set(at.X, at.Y, at.Z, block);
            }
        }
    }

    private static void WriteMetadata(NbtWriter nbt, string name, BlockGrid grid)
    {
        nbt.Begin("Metadata");
        nbt.Text("Name", name);
        nbt.Text("Author", "");
        nbt.Text("Description", "");
        WriteTriple(nbt, "EnclosingSize", grid.Size.Width, grid.Size.Height, grid.Size.Depth);
        nbt.Int("RegionCount", 1);
        nbt.Int("TotalBlocks", grid.CountSolid());
        nbt.Int("TotalVolume", grid.Size.Volume);
        nbt.Long("TimeCreated", 0);
        nbt.Long("TimeModified", 0);
        nbt.End();
    }

    private static long[] Pack(BlockGrid grid)
    {
        var bits = PackedLongs.BitsFor(Palette.Count);
        var words = new long[PackedLongs.WordsFor(grid.Size.Volume, bits)];
        for (var i = 0; i < grid.Size.Volume; i++)
        {
            PackedLongs.Write(words, i, bits, (int)grid[NbtCells.CellAt(grid.Size, i)]);
        }

        return words;
    }

    private static void WriteTriple(NbtWriter nbt, string name, int x, int y, int z)
    {
        nbt.Begin(name);
        nbt.Int("x", x);
        nbt.Int("y", y);
        nbt.Int("z", z);
        nbt.End();
    }
}
