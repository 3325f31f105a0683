using BlockAssist.Simulation.Blueprints.Naming;
using BlockAssist.Simulation.Blueprints.Nbt;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Blueprints.Formats;

/// <summary>What the formats of Minecraft's tools have in common: sides as three shorts, cells in layers, blocks by name.</summary>
internal static class NbtCells
{
    /// <summary>The size from Width, Height and Length, checked against the limits.</summary>
    public static GridSize SizeOf(NbtCompound root, BlueprintLimits limits)
    {
        var (width, height, depth) = (SideOf(root, "Width"), SideOf(root, "Height"), SideOf(root, "Length"));
        BlueprintCanvas.CheckSize(limits, width, height, depth, "tags Width, Height and Length");
        return new GridSize(width, height, depth);
    }

    /// <summary>An empty canvas of a size that was checked.</summary>
    public static BlueprintCanvas CreateCanvas(BlueprintSource source, GridSize size) =>
        BlueprintCanvas.Create(source, size.Width, size.Height, size.Depth, "tags Width, Height and Length");

    /// <summary>Writes Width, Height and Length.</summary>
    public static void WriteSize(NbtWriter nbt, GridSize size)
    {
        nbt.Short("Width", size.Width);
        nbt.Short("Height", size.Height);
        nbt.Short("Length", size.Depth);
    }

    /// <summary>Our number of the cell that comes at an index in their order: x innermost, then z, y outermost.</summary>
    public static int CellAt(GridSize size, int index)
    {
        var (row, x) = Math.DivRem(index, size.Width);
        var (y, z) = Math.DivRem(row, size.Depth);
        return size.CellAt(x, y, z);
    }

    /// <summary>A byte array that holds at least so many bytes.</summary>
    public static ReadOnlySpan<byte> NeedBytes(NbtCompound root, string name, int count)
    {
        var tag = root.Need(name);
        var bytes = tag.ToBytes();
        return bytes.Length >= count ? bytes : throw tag.Unexpected($"{count} bytes, as the size says", $"{bytes.Length} bytes long");
    }

    /// <summary>The block of a compound of Name and Properties.</summary>
    public static BlockState StateOf(NbtTag tag)
    {
        var compound = tag.AsCompound();
        var properties = compound.Find("Properties", NbtType.Compound)?.AsCompound().Children()
            .Where(property => property.Type == NbtType.String)
            .Select(property => $"{property.Name}={property.ToText()}");
        return BlockState.Of(Checked(compound.Need("Name")), [.. properties ?? []]);
    }

    /// <summary>The palette of a list of compounds.</summary>
    public static CanvasBlock[] PaletteOf(NbtTag tag, BlueprintCanvas canvas, BlueprintLimits limits)
    {
        var list = tag.AsList();
        CheckPalette(tag, list.Count, limits);
        return [.. list.Items().Select(item => canvas.Resolve(StateOf(item)))];
    }

    /// <summary>Refuses a palette beyond the limits.</summary>
    public static void CheckPalette(NbtTag tag, int count, BlueprintLimits limits)
    {
        if (count > limits.MaxPalette)
        {
            throw tag.Unexpected($"at most {limits.MaxPalette} entries", $"{count} entries long");
        }
    }

    /// <summary>Writes our palette as a list of names; a block's place in it is its number.</summary>
    public static void WritePalette(NbtWriter nbt, string name)
    {
        nbt.List(name, NbtType.Compound, Palette.Count);
        for (var block = 0; block < Palette.Count; block++)
        {
            nbt.Begin(null);
            nbt.Text("Name", BlockTable.NameOf((Block)block));
            nbt.End();
        }
    }

    /// <summary>The entry of a palette; an error that names a field and a place in it if there is none.</summary>
    public static CanvasBlock Pick(CanvasBlock[] palette, long index, string field, long at) => (ulong)index < (ulong)palette.Length
        ? palette[index]
        : throw new BlueprintFormatException($"palette entry {index}", $"{field} {at}", $"0 to {palette.Length - 1}");

    /// <summary>The text of a block; refuses endless ones.</summary>
    public static string Checked(NbtTag tag)
    {
        var text = tag.ToText();
        return text.Length <= BlockState.MaxLength ? text : throw tag.Unexpected($"at most {BlockState.MaxLength} letters", $"{text.Length} letters long");
    }

    /// <summary>Sides are unsigned shorts in some tools and signed in others; no structure is so large that it matters.</summary>
    private static int SideOf(NbtCompound root, string name)
    {
        var tag = root.Need(name);
        return tag.Type == NbtType.Short ? (ushort)tag.ToInt32() : tag.ToInt32();
    }
}
