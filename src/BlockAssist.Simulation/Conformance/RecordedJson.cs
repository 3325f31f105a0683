using System.Text.Json;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Conformance;

/// <summary>Reads the values that recorded answers are made of, and says where one is not of the expected form.</summary>
internal static class RecordedJson
{
    private const int MaxSide = 1024;
    private const int MaxVolume = 1 << 26;

    /// <summary>A property that must be there, where the line says enough about the place.</summary>
    public static JsonElement Need(this JsonElement parent, string name) => parent.Need(name, "an object of the line");

    /// <summary>A property that must be there.</summary>
    public static JsonElement Need(this JsonElement parent, string name, string where) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value)
            ? value
            : throw new FormatException($"{where}: property '{name}' is missing.");

    /// <summary>The elements of an array.</summary>
    public static JsonElement.ArrayEnumerator Items(this JsonElement value, string where) =>
        value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : throw new FormatException($"{where}: found {value.ValueKind}, expected an array.");

    /// <summary>A whole number.</summary>
    public static int Integer(this JsonElement value, string where) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw new FormatException($"{where}: found {value.ValueKind}, expected a whole number.");

    /// <summary>A number.</summary>
    public static double Number(this JsonElement value, string where) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw new FormatException($"{where}: found {value.ValueKind}, expected a finite number.");

    /// <summary>True or false.</summary>
    public static bool Truth(this JsonElement value, string where) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw new FormatException($"{where}: found {value.ValueKind}, expected true or false.");

    /// <summary>A text.</summary>
    public static string Text(this JsonElement value, string where) =>
        value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new FormatException($"{where}: found {value.ValueKind}, expected a text.");

    /// <summary>A place: three whole numbers.</summary>
    public static BlockPos Place(this JsonElement value, string where)
    {
        int[] numbers = [.. value.Items(where).Select(item => item.Integer(where))];
        return numbers is [var x, var y, var z]
            ? new BlockPos(x, y, z)
            : throw new FormatException($"{where}: found {numbers.Length} numbers, expected 3.");
    }

    /// <summary>The size of a box: three whole numbers from 1 to 1024.</summary>
    public static GridSize Size(this JsonElement value, string where)
    {
        var (x, y, z) = value.Place(where);
        return Math.Min(x, Math.Min(y, z)) >= 1 && Math.Max(x, Math.Max(y, z)) <= MaxSide && (long)x * y * z <= MaxVolume
            ? new GridSize(x, y, z)
            : throw new FormatException(
                $"{where}: found {x}×{y}×{z}, expected sides from 1 to {MaxSide} and at most {MaxVolume} cells.");
    }

    /// <summary>A block of the palette.</summary>
    public static Block PaletteBlock(this JsonElement value, string where) =>
        value.Integer(where) is var id && (uint)id < Palette.Count
            ? (Block)id
            : throw new FormatException($"{where}: found block {id}, expected 0 to {Palette.Count - 1}.");

    /// <summary>A box of blocks: its size and its blocks in cell order.</summary>
    public static BlockGrid Grid(this JsonElement value, string where)
    {
        var size = value.Need("size", where).Size($"{where}.size");
        return value.Need("blocks", where).Blocks(size, $"{where}.blocks");
    }

    /// <summary>The blocks of a box of a known size, in cell order.</summary>
    public static BlockGrid Blocks(this JsonElement value, GridSize size, string where)
    {
        var count = value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : -1;
        if (count != size.Volume)
        {
            throw new FormatException($"{where}: found {count} blocks, expected {size.Volume}.");
        }

        var grid = new BlockGrid(size);
        var cell = 0;
        foreach (var block in value.EnumerateArray())
        {
            grid[cell++] = block.PaletteBlock(where);
        }

        return grid;
    }
}
