using System.Text.Encodings.Web;
using System.Text.Json;
using BlockAssist.Simulation.Text;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Blueprints.Formats;

/// <summary>Our own text form, <c>mbag-goal/1</c>: a palette by name and one number per cell, in our cell order.</summary>
internal sealed class GoalCodec : IBlueprintCodec
{
    /// <summary>What the field "format" says.</summary>
    public const string Marker = "mbag-goal/1";

    /// <summary>What it says in every version; the version follows.</summary>
    public const string MarkerStart = "mbag-goal/";

    /// <summary>The version that is written, and the newest that is read.</summary>
    public const int Version = 1;

    private const string IndexOrder = "(x*height+y)*depth+z";

    /// <summary>Letters as they are: the file is read by people and by JSON readers, never put into a web page.</summary>
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public BlueprintFormat Format => BlueprintFormat.Goal;

    /// <summary>Whether a file may be JSON, by its first letter; no other format of ours begins so.</summary>
    public static bool MayBe(ReadOnlySpan<byte> file) =>
        (file is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : file).TrimStart(" \t\r\n"u8) is [(byte)'{', ..];

    public bool Recognizes(BlueprintSource source) => MayBe(source.Content);

    public BlueprintImport Read(BlueprintSource source)
    {
        var goal = GoalText.Read(source);
        if (goal.Size is not [var width, var height, var depth])
        {
            throw new BlueprintFormatException("a size that is not three numbers", "field size", "[width,height,depth]");
        }

        var canvas = BlueprintCanvas.Create(source, width, height, depth, "field size");
        if (goal.Blocks.Count != canvas.Size.Volume)
        {
            throw new BlueprintFormatException(
                $"{goal.Blocks.Count} blocks", "field blocks", $"{canvas.Size.Volume}, as the size {canvas.Size} says");
        }

        var palette = goal.PaletteOn(canvas);
        for (var cell = 0; cell < goal.Blocks.Count; cell++)
        {
            canvas.Set(cell, NbtCells.Pick(palette, goal.Blocks[cell], "field blocks, item", cell));
        }

        return canvas.Finish(Format, goal.Name);
    }

    public byte[] Write(Blueprint blueprint)
    {
        var grid = blueprint.Blocks;
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartObject();
            json.WriteString("format", Marker);
            json.WriteString("name", OneLine.Of(blueprint.Name));
            json.WriteString("kind", "blueprint");
            WriteArray(json, "size", [grid.Size.Width, grid.Size.Height, grid.Size.Depth]);
            json.WriteString("index_order", IndexOrder);
            WritePalette(json);
            WriteCounts(json, grid);
            WriteArray(json, "blocks", [.. grid.Blocks.ToArray().Select(block => (int)block)]);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WritePalette(Utf8JsonWriter json)
    {
        json.WriteStartArray("palette");
        for (var block = 0; block < Palette.Count; block++)
        {
            json.WriteStringValue(Palette.NameOf((Block)block));
        }

        json.WriteEndArray();
    }

    private static void WriteCounts(Utf8JsonWriter json, BlockGrid grid)
    {
        json.WriteStartObject("counts");
        for (var block = 0; block < Palette.Count; block++)
        {
            if (grid.Blocks.Count((Block)block) is > 0 and var count)
            {
                json.WriteNumber(Palette.NameOf((Block)block), count);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<int> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }
}
