using System.Text.Json;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Import;

/// <summary>A JSON object from outside: a field that is missing or of another kind is an error that names the field.</summary>
internal readonly struct JsonFields(JsonElement value)
{
    /// <summary>The object in a line of text.</summary>
    public static JsonFields Parse(JsonDocument document) => document.RootElement.ValueKind == JsonValueKind.Object
        ? new JsonFields(document.RootElement)
        : throw new InvalidDataException($"found {document.RootElement.ValueKind}, expected a JSON object");

    public bool Has(string name) => value.TryGetProperty(name, out _);

    public JsonFields Object(string name) => new(Field(name, JsonValueKind.Object, "an object"));

    public JsonElement.ArrayEnumerator Array(string name) => Field(name, JsonValueKind.Array, "an array").EnumerateArray();

    public int Count(string name) => Field(name, JsonValueKind.Array, "an array").GetArrayLength();

    public string Text(string name) => Field(name, JsonValueKind.String, "a text").GetString()!;

    public string? TextOrNull(string name) => Has(name) ? Text(name) : null;

    public bool Flag(string name)
    {
        var field = Field(name);
        return field.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? field.GetBoolean()
            : throw new InvalidDataException($"\"{name}\": found {field.ValueKind}, expected true or false");
    }

    public double Number(string name) => NumberOf(Field(name), name);

    public int Int(string name, int min, int max) => IntOf(Field(name), name, min, max);

    /// <summary>Seconds, as whole milliseconds.</summary>
    public long Milliseconds(string name)
    {
        var milliseconds = Math.Round(Number(name) * 1000);
        return Math.Abs(milliseconds) <= EpisodeFormat.MaxTime
            ? (long)milliseconds
            : throw new InvalidDataException($"\"{name}\": found {milliseconds} ms, expected at most {EpisodeFormat.MaxTime}");
    }

    /// <summary>A whole number within bounds.</summary>
    public static int IntOf(JsonElement element, string name, int min, int max) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) && number >= min && number <= max
            ? number
            : throw new InvalidDataException($"\"{name}\": found {Shorten(element)}, expected a whole number from {min} to {max}");

    /// <summary>A finite number.</summary>
    public static double NumberOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw new InvalidDataException($"\"{name}\": found {Shorten(element)}, expected a number");

    /// <summary>A block.</summary>
    public static Block BlockOf(JsonElement element, string name) => (Block)IntOf(element, name, 0, Palette.Count - 1);

    /// <summary>The elements of an array of a known length.</summary>
    public static JsonElement[] ArrayOf(JsonElement element, string name, int min, int max) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() >= min && element.GetArrayLength() <= max
            ? [.. element.EnumerateArray()]
            : throw new InvalidDataException($"\"{name}\": found {Shorten(element)}, expected an array of {min} to {max} elements");

    /// <summary>The feet of a builder who stands in a cell of the site.</summary>
    public static Location StandingOf(JsonElement element, string name, GridSize size)
    {
        var at = ArrayOf(element, name, 3, 3);
        return Location.Standing(new BlockPos(
            IntOf(at[0], name, 0, size.Width - 1), IntOf(at[1], name, 0, size.Height - 1), IntOf(at[2], name, 0, size.Depth - 1)));
    }

    /// <summary>All blocks of a site, in cell order.</summary>
    public BlockGrid Blocks(string name, GridSize size)
    {
        var blocks = ArrayOf(Field(name), name, size.Volume, size.Volume);
        return new BlockGrid(size, [.. blocks.Select(block => BlockOf(block, name))]);
    }

    public JsonElement Field(string name) =>
        value.TryGetProperty(name, out var field) ? field : throw new InvalidDataException($"no \"{name}\", expected one");

    /// <summary>The fields, by name.</summary>
    public JsonElement.ObjectEnumerator All() => value.EnumerateObject();

    private JsonElement Field(string name, JsonValueKind kind, string expected)
    {
        var field = Field(name);
        return field.ValueKind == kind ? field : throw new InvalidDataException($"\"{name}\": found {Shorten(field)}, expected {expected}");
    }

    private static string Shorten(JsonElement element)
    {
        var text = element.GetRawText().ReplaceLineEndings(" ");
        return text.Length <= 40 ? text : $"{text[..40]}…";
    }
}
