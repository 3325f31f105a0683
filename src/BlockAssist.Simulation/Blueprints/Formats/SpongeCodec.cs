using System.Globalization;
using BlockAssist.Simulation.Blueprints.Naming;
using BlockAssist.Simulation.Blueprints.Nbt;
using BlockAssist.Simulation.Text;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Blueprints.Formats;

/// <summary>Sponge's <c>.schem</c>: a palette by name and a variable-length number per cell, x innermost, then z, then y.</summary>
/// <remarks>Version 1 and 2 keep everything in the root; version 3 has it in a compound Schematic, the blocks in one of their own.</remarks>
internal sealed class SpongeCodec(int version) : IBlueprintCodec
{
    /// <summary>Minecraft 1.16.5: old enough for most tools, and newer ones upgrade it.</summary>
    public const int DataVersion = 2586;

    public BlueprintFormat Format => version == 3 ? BlueprintFormat.Sponge3 : BlueprintFormat.Sponge;

    public bool Recognizes(BlueprintSource source) => source.Document is { Root: var root } && (version == 3
        ? root.Find("Schematic", NbtType.Compound)?.AsCompound().Find("Version") is not null
        : root.Find("BlockData") is not null && root.Find("Palette", NbtType.Compound) is not null);

    public BlueprintImport Read(BlueprintSource source)
    {
        var root = version == 3 ? source.Root.Need("Schematic").AsCompound() : source.Root;
        CheckVersion(root.Find("Version"));
        var blocks = version == 3 ? root.Need("Blocks").AsCompound() : root;
        var size = NbtCells.SizeOf(root, source.Limits);
        var data = NbtCells.NeedBytes(blocks, DataTag, size.Volume);
        var canvas = NbtCells.CreateCanvas(source, size);
        var palette = PaletteOf(blocks.Need("Palette"), canvas, source.Limits);
        var at = 0;
        for (var i = 0; i < size.Volume; i++)
        {
            var where = at;
            var index = ReadVarInt(data, ref at);
            canvas.Set(NbtCells.CellAt(size, i), palette.TryGetValue(index, out var block) ? block : throw NoEntry(index, where));
        }

        return canvas.Finish(Format, NameIn(root));
    }

    public byte[] Write(Blueprint blueprint)
    {
        var nbt = new NbtWriter(version == 3 ? "" : "Schematic");
        if (version == 3)
        {
            nbt.Begin("Schematic");
        }

        nbt.Int("Version", version);
        nbt.Int("DataVersion", DataVersion);
        NbtCells.WriteSize(nbt, blueprint.Blocks.Size);
        nbt.Ints("Offset", [0, 0, 0]);
        nbt.Begin("Metadata");
        nbt.Text("Name", OneLine.Of(blueprint.Name));
        nbt.End();
        WriteBlocks(nbt, blueprint.Blocks);
        if (version == 3)
        {
            nbt.End();
        }

        return nbt.Finish();
    }

    private string DataTag => version == 3 ? "Data" : "BlockData";

    private void CheckVersion(NbtTag? tag)
    {
        var found = tag?.ToInt32() ?? 1;
        if (version == 3 ? found != 3 : found is not (1 or 2))
        {
            throw tag!.Value.Unexpected(version == 3 ? "3" : "1 or 2", found.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static Dictionary<int, CanvasBlock> PaletteOf(NbtTag tag, BlueprintCanvas canvas, BlueprintLimits limits)
    {
        var palette = new Dictionary<int, CanvasBlock>();
        foreach (var entry in tag.AsCompound().Children())
        {
            if (entry.Name.Length > BlockState.MaxLength)
            {
                throw new BlueprintFormatException("an endless block name", NbtPlace.Of("Palette", entry.Offset), $"at most {BlockState.MaxLength} letters");
            }

            palette[entry.ToInt32()] = canvas.Resolve(BlockState.Parse(entry.Name));
            NbtCells.CheckPalette(tag, palette.Count, limits);
        }

        return palette;
    }

    /// <summary>Seven bits a byte, the lowest first; a set top bit says that another byte follows.</summary>
    private int ReadVarInt(ReadOnlySpan<byte> data, ref int at)
    {
        var start = at;
        var value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (at == data.Length)
            {
                throw new BlueprintFormatException("the data ends too early", $"{DataTag}[{start}]", "one number for every cell");
            }

            var part = data[at++];
            value |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new BlueprintFormatException("a number of more than five bytes", $"{DataTag}[{start}]", "a number of 32 bits");
    }

    private void WriteBlocks(NbtWriter nbt, BlockGrid grid)
    {
        if (version == 3)
        {
            nbt.Begin("Blocks");
        }
        else
        {
            nbt.Int("PaletteMax", Palette.Count);
        }

        nbt.Begin("Palette");
        for (var block = 0; block < Palette.Count; block++)
        {
            nbt.Int(BlockTable.NameOf((Block)block), block);
        }

        nbt.End();
        nbt.Bytes(DataTag, DataOf(grid));
        nbt.List("BlockEntities", NbtType.Compound, 0);
        if (version == 3)
        {
            nbt.End();
        }
    }

    /// <summary>A byte a cell: our palette is short enough that no number needs a second one.</summary>
    private static byte[] DataOf(BlockGrid grid)
    {
        var data = new byte[grid.Size.Volume];
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = (byte)grid[NbtCells.CellAt(grid.Size, i)];
        }

        return data;
    }

    private static string? NameIn(NbtCompound root) =>
        root.Find("Metadata", NbtType.Compound)?.AsCompound().Find("Name", NbtType.String)?.ToText();

    private BlueprintFormatException NoEntry(int index, int at) => new($"palette entry {index}", $"{DataTag}[{at}]", "an entry of the palette");
}
