using System.Text.Json;
using BlockAssist.Simulation.Blueprints.Naming;
using BlockAssist.Simulation.Files;
using BlockAssist.Simulation.Text;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Blueprints.Formats;

/// <summary>The fields of a goal file that matter, in whatever order they come; all other fields are passed over.</summary>
internal sealed class GoalText
{
    private readonly string _fileName;
    private bool _isMarked;

    private GoalText(string fileName) => _fileName = fileName;

    /// <summary>The name, if there is one.</summary>
    public string? Name { get; private set; }

    /// <summary>Width, height and depth, unchecked.</summary>
    public List<int> Size { get; private set; } = [];

    /// <summary>The names of the palette; ours if the file has none.</summary>
    public List<string> Names { get; private set; } = [];

    /// <summary>The blocks as numbers of the palette, unchecked.</summary>
    public List<int> Blocks { get; private set; } = [];

    /// <summary>Reads the fields in one pass; never keeps more items than the limits allow.</summary>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public static GoalText Read(BlueprintSource source)
    {
        ReadOnlySpan<byte> content = source.Content;
        var limits = source.Limits;
        var body = content is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : content;
        var json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Math.Min(limits.MaxDepth, 64) });
        var goal = new GoalText(source.FileName);
        try
        {
            goal.ReadFields(ref json, limits);
        }
        catch (Exception broken) when (broken is JsonException or FormatException or InvalidOperationException)
        {
            throw new BlueprintFormatException($"broken JSON: {OneLine.Of(broken.Message)}", $"at byte {json.BytesConsumed}", "a goal as JSON");
        }

        return goal;
    }

    /// <summary>What each number of the palette stands for: our own names first, then anything Minecraft has.</summary>
    public CanvasBlock[] PaletteOn(BlueprintCanvas canvas) => Names.Count == 0
        ? [.. Enumerable.Range(0, Palette.Count).Select(block => new CanvasBlock((Block)block))]
        : [.. Names.Select(name => Palette.Find(name) is { } own ? new CanvasBlock(own) : canvas.Resolve(BlockState.Parse(name)))];

    private void ReadFields(ref Utf8JsonReader json, BlueprintLimits limits)
    {
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var field = json.GetString();
            json.Read();
            ReadField(ref json, field, limits);
        }

        json.Read(); // An error if anything but white space follows.
        if (!_isMarked)
        {
            CheckMarker(null);
        }
    }

    private void ReadField(ref Utf8JsonReader json, string? field, BlueprintLimits limits)
    {
        switch (field)
        {
            case "format":
                CheckMarker(json.GetString());
                _isMarked = true;
                break;
            case "name":
                Name = json.GetString();
                break;
            case "size":
                Size = ReadArray(ref json, field, 3, static (ref reader) => reader.GetInt32());
                break;
            case "palette":
                Names = ReadArray(ref json, field, limits.MaxPalette, static (ref reader) => Checked(reader.GetString() ?? ""));
                break;
            case "blocks":
                Blocks = ReadArray(ref json, field, limits.MaxVolume, static (ref reader) => reader.GetInt32());
                break;
            default:
                json.Skip();
                break;
        }
    }

    private delegate T ItemReader<out T>(ref Utf8JsonReader json);

    private static List<T> ReadArray<T>(ref Utf8JsonReader json, string field, int most, ItemReader<T> read)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw new BlueprintFormatException($"{field} is a {json.TokenType}", $"at byte {json.TokenStartIndex}", "an array");
        }

        var items = new List<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (items.Count == most)
            {
                throw new BlueprintFormatException($"{field} has more than {most} items", $"at byte {json.TokenStartIndex}", $"at most {most}");
            }

            items.Add(read(ref json));
        }

        return items;
    }

    private static string Checked(string name) => name.Length <= BlockState.MaxLength
        ? name
        : throw new BlueprintFormatException("an endless block name", "field palette", $"at most {BlockState.MaxLength} letters");

    private void CheckMarker(string? marker)
    {
        NewerVersionException.ThrowIfNewer(_fileName, "goals", marker, GoalCodec.MarkerStart, GoalCodec.Version);
        if (marker != GoalCodec.Marker)
        {
            throw new BlueprintFormatException($"format \"{OneLine.Of(marker ?? "")}\"", "field format", GoalCodec.Marker);
        }
    }
}
