using System.Text.Json;
using System.Text.Json.Nodes;
using BlockAssist.Cli.Running;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Configuring;

/// <summary>The file in a node's home that says how its verbs run: <c>{"node": {"run": {"hours": "22-7"}}}</c>.</summary>
/// <param name="path">Where it is, or would be.</param>
/// <param name="settings">All settings that there are.</param>
internal sealed class ConfigurationFile(string path, IReadOnlyList<Setting> settings)
{
    private const long MostBytes = 1 << 20;

    // A file that says a thing twice says nothing.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Where it is, or would be.</summary>
    public string Path => path;

    /// <summary>What it says, by the names of settings; nothing if it is absent.</summary>
    /// <exception cref="ForeseenException">It cannot be read, or says something that is no setting.</exception>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Read()
    {
        var found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        try
        {
            Collect(Load(), "", found);
            return found;
        }
        catch (InvalidOperationException)
        {
            // Names and texts are read only now.
            throw new ForeseenException($"{path} cannot be read: it has letters that are none", "Mend it, or delete it.");
        }
    }

    /// <summary>Sets or, with null, unsets a setting.</summary>
    /// <exception cref="ForeseenException">It cannot be read, or says something that is no setting.</exception>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public void Set(Setting setting, IReadOnlyList<string>? values)
    {
        Read();
        var top = Load();
        var parts = setting.Name.Split('.');
        var group = top;
        foreach (var part in parts[..^1])
        {
            group = (JsonObject)(group[part] ??= new JsonObject());
        }

        group.Remove(parts[^1]);
        if (values is not null)
        {
            group[parts[^1]] = setting.TakesMany ? new JsonArray([.. values.Select(value => (JsonNode)value)]) : Form(setting, values[0]);
        }

        // It may hold a password.
        AtomicFile.WritePrivate(path, stream =>
        {
            using var writer = new Utf8JsonWriter(stream, Readable);
            top.WriteTo(writer);
        });
    }

    /// <summary>A complaint about a setting in the file.</summary>
    public ForeseenException Complaint(string name, string what, string? advice = null) => new($"{path}: {name}: {what}", advice);

    private static JsonNode Form(Setting setting, string value) => setting.IsFlag
        ? value == "true"
        : (Nullable.GetUnderlyingType(setting.Option.ValueType) ?? setting.Option.ValueType).IsPrimitive ? JsonNode.Parse(value)! : value;

    private void Collect(JsonObject group, string above, Dictionary<string, IReadOnlyList<string>> found)
    {
        foreach (var (key, value) in group)
        {
            var name = above + key;
            if (name == JsonVersion.Member)
            {
                continue;
            }

            if (settings.FirstOrDefault(setting => setting.Name == name) is { } setting)
            {
                found[name] = ValuesOf(setting, value);
            }
            else if (!settings.Any(setting => setting.Name.StartsWith(name + '.', StringComparison.Ordinal)))
            {
                throw Complaint(name, "there is no such setting", Spelling.Nearest(name, settings.Select(setting => setting.Name)) is { } meant ? $"Did you mean {meant}?" : "See: blockassist config show");
            }
            else
            {
                Collect(value as JsonObject ?? throw Complaint(name, "expected an object with settings"), name + '.', found);
            }
        }
    }

    private IReadOnlyList<string> ValuesOf(Setting setting, JsonNode? value) => value switch
    {
        JsonArray many when setting.TakesMany => [.. many.Select(one => TextOf(setting, one))],
        _ => [TextOf(setting, value)],
    };

    private string TextOf(Setting setting, JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.ToJsonString(),
        _ => throw Complaint(setting.Name, setting.IsFlag ? "expected true or false" : setting.TakesMany ? "expected texts in brackets, or one" : "expected a text or a number"),
    };

    private JsonObject Load()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        if (new FileInfo(path).Length > MostBytes)
        {
            throw new ForeseenException($"{path} is no configuration: it has more than {MostBytes} bytes");
        }

        try
        {
            ReadOnlySpan<byte> file = File.ReadAllBytes(path);
            var bytes = file.StartsWith("\uFEFF"u8) ? file[3..] : file;
            NewerVersionException.ThrowIfNewer(path, "configurations", JsonVersion.Of(bytes), JsonVersion.First);
            return JsonNode.Parse(bytes, documentOptions: Strict) as JsonObject
                ?? throw new ForeseenException($"{path} is no configuration: expected an object with settings");
        }
        catch (JsonException error)
        {
            throw new ForeseenException($"{path} cannot be read: {error.Message}", "Mend it, or delete it.");
        }
    }
}
