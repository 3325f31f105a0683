using System.Globalization;
using BlockAssist.Simulation.Blueprints.Naming;
using BlockAssist.Simulation.Blueprints.Nbt;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Blueprints.Formats;

/// <summary>MCEdit's <c>.schematic</c>: a block number and a data value per cell, x innermost, then z, then y.</summary>
internal sealed class SchematicCodec : IBlueprintCodec
{
    public BlueprintFormat Format => BlueprintFormat.Schematic;

    public bool Recognizes(BlueprintSource source) =>
        source.Document is { Root: var root } && root.Find("Blocks", NbtType.ByteArray) is not null && root.Find("Width") is not null;

    public BlueprintImport Read(BlueprintSource source)
    {
        var root = source.Root;
        var size = NbtCells.SizeOf(root, source.Limits);
        var numbers = NumbersOf(root, size);
        var data = OptionalBytes(root, "Data", size.Volume);
        var names = MappingOf(root);
        var canvas = NbtCells.CreateCanvas(source, size);
        var known = new Dictionary<int, CanvasBlock>();
        for (var i = 0; i < numbers.Length; i++)
        {
            var key = (numbers[i] << 4) | (data.Length == 0 ? 0 : data[i] & 0x0F);
            if (!known.TryGetValue(key, out var block))
            {
                known.Add(key, block = Resolve(canvas, names, key >> 4, key & 0x0F));
            }

            canvas.Set(NbtCells.CellAt(size, i), block);
        }

        return canvas.Finish(Format, null);
    }

    public byte[] Write(Blueprint blueprint)
    {
        var grid = blueprint.Blocks;
        var numbers = new byte[grid.Size.Volume];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = BlockNumbers.NumberOf(grid[NbtCells.CellAt(grid.Size, i)]);
        }

        var nbt = new NbtWriter("Schematic");
        NbtCells.WriteSize(nbt, grid.Size);
        nbt.Text("Materials", "Alpha");
        nbt.Bytes("Blocks", numbers);
        nbt.Bytes("Data", new byte[numbers.Length]);
        nbt.List("Entities", NbtType.Compound, 0);
        nbt.List("TileEntities", NbtType.Compound, 0);
        return nbt.Finish();
    }

    private static CanvasBlock Resolve(BlueprintCanvas canvas, Dictionary<int, string> names, int number, int data)
    {
        // A mapping may renumber blocks. Where it repeats the game's own numbers, the game's table knows more: it uses the data value.
        var own = BlockNumbers.Default.NameOf(number, data);
        if (names.TryGetValue(number, out var mapped) && (own is null || mapped.Contains(':', StringComparison.Ordinal)))
        {
            return canvas.Resolve(BlockState.Of(mapped, []));
        }

        return own is null
            ? canvas.Unknown(string.Create(CultureInfo.InvariantCulture, $"#{number}:{data}"))
            : canvas.Resolve(BlockState.Of(own, []));
    }

    /// <summary>Schematica's list of the names that numbers had in the world of the file.</summary>
    private static Dictionary<int, string> MappingOf(NbtCompound root)
    {
        var names = new Dictionary<int, string>();
        foreach (var tag in root.Find("SchematicaMapping", NbtType.Compound)?.AsCompound().Children() ?? [])
        {
            names[tag.ToInt32() & 0xFFFF] = BlockState.Of(tag.Name, []).Name;
        }

        return names;
    }

    private static int[] NumbersOf(NbtCompound root, GridSize size)
    {
        var low = NbtCells.NeedBytes(root, "Blocks", size.Volume);
        var whole = OptionalBytes(root, "Add", size.Volume);
        var half = OptionalBytes(root, "AddBlocks", 0); // May end early: what it does not reach has no high half.

        // WorldEdit puts the first of two cells into the low half of a byte, Schematica, which also writes a mapping, into the high half.
        var first = root.Find("SchematicaMapping") is null ? 0 : 4;
        var numbers = new int[size.Volume];
        for (var i = 0; i < numbers.Length; i++)
        {
            var nibble = i >> 1 < half.Length ? (half[i >> 1] >> ((i & 1) == 0 ? first : 4 - first)) & 0x0F : 0;
            numbers[i] = low[i] | ((whole.Length > 0 ? whole[i] : nibble) << 8);
        }

        return numbers;
    }

    private static ReadOnlySpan<byte> OptionalBytes(NbtCompound root, string name, int count) =>
        root.Find(name, NbtType.ByteArray) is null ? [] : NbtCells.NeedBytes(root, name, count);
}
