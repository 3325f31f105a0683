using System.Text.Json;
using System.Text.Unicode;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Checkpoints;

/// <summary>The header of a safetensors file, read and checked against the length of what follows it.</summary>
internal sealed class SafetensorsHeader
{
    private const string MetadataName = "__metadata__";

    private readonly string _file;
    private readonly SafetensorsLimits _limits;
    private readonly Dictionary<string, string> _metadata = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredTensor> _tensors = new(StringComparer.Ordinal);
    private bool _metadataRead;

    private SafetensorsHeader(string file, SafetensorsLimits limits) => (_file, _limits) = (file, limits);

    /// <summary>The text that goes with the file.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>The tensors by name.</summary>
    public IReadOnlyDictionary<string, StoredTensor> Tensors => _tensors;

    /// <summary>Where in the header the digits of the embedded hash start; −1 if there is none.</summary>
    public int HashPosition { get; private set; } = -1;

    /// <summary>Reads a header.</summary>
    public static SafetensorsHeader Parse(ReadOnlySpan<byte> json, long dataLength, string file, SafetensorsLimits limits)
    {
        var header = new SafetensorsHeader(file, limits);
        if (json.IsEmpty || json[0] != '{' || !Utf8.IsValid(json))
        {
            throw header.Refuse("header", "something else", "a JSON object in UTF-8, starting with '{'");
        }

        try
        {
            // A tensor's shape is three levels deep; nothing in the format is deeper.
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 4 });
            header.ReadEntries(ref reader);
        }
        catch (JsonException error)
        {
            throw new ArtifactFormatException(file, $"header, byte {error.BytePositionInLine}", "broken JSON", "a JSON object", error);
        }

        header.CheckLayout(dataLength);
        return header;
    }

    private void ReadEntries(ref Utf8JsonReader json)
    {
        json.Read();
        while (Next(ref json) == JsonTokenType.PropertyName)
        {
            var name = Text(ref json, "header");
            json.Read();
            if (name == MetadataName)
            {
                ReadMetadata(ref json);
            }
            else
            {
                ReadTensor(name, ref json);
            }
        }

        // Reading on finds what does not belong there behind the object.
        json.Read();
    }

    private void ReadMetadata(ref Utf8JsonReader json)
    {
        if (_metadataRead)
        {
            throw Refuse("header", $"'{MetadataName}' twice", "each name once");
        }

        _metadataRead = true;
        Expect(ref json, JsonTokenType.StartObject, MetadataName, "an object");
        while (Next(ref json) == JsonTokenType.PropertyName)
        {
            var name = Name(ref json, MetadataName);
            json.Read();
            Expect(ref json, JsonTokenType.String, $"{MetadataName}, '{name}'", "a text");
            if (name == SafetensorsFile.HashName && !json.ValueIsEscaped && json.ValueSpan.Length == ContentHash.Digits)
            {
                HashPosition = (int)json.TokenStartIndex + 1;
            }

            if (!_metadata.TryAdd(name, Text(ref json, MetadataName)) || _metadata.Count > _limits.MaxMetadata)
            {
                throw Refuse(MetadataName, $"'{name}' twice or as one too many", $"each name once, and at most {_limits.MaxMetadata}");
            }
        }
    }

    private void ReadTensor(string name, ref Utf8JsonReader json)
    {
        if (name.Length > _limits.MaxNameLength || _tensors.ContainsKey(name) || _tensors.Count == _limits.MaxTensors)
        {
            throw Refuse("header", $"tensor '{Short(name)}' twice, too long a name, or as one too many", $"each name once, at most {_limits.MaxNameLength} letters and {_limits.MaxTensors} tensors");
        }

        Expect(ref json, JsonTokenType.StartObject, name, "an object");
        TensorType? type = null;
        List<long>? shape = null, offsets = null;
        while (Next(ref json) == JsonTokenType.PropertyName)
        {
            switch (Text(ref json, name))
            {
                case "dtype" when type is null: type = ReadType(name, ref json); break;
                case "shape" when shape is null: shape = ReadNumbers($"{name}, shape", _limits.MaxAxes, ref json); break;
                case "data_offsets" when offsets is null: offsets = ReadNumbers($"{name}, data_offsets", 2, ref json); break;
                default: throw Refuse(name, "another or a second entry", "dtype, shape and data_offsets, once each");
            }
        }

        if (type is null || shape is null || offsets is not { Count: 2 })
        {
            throw Refuse(name, "an entry is missing", "dtype, shape and two data_offsets");
        }

        _tensors.Add(name, new StoredTensor(name, type.Value, shape, offsets[0], offsets[1]));
    }

    private TensorType ReadType(string tensor, ref Utf8JsonReader json)
    {
        json.Read();
        Expect(ref json, JsonTokenType.String, $"{tensor}, dtype", "a text");
        var name = Text(ref json, tensor);
        return TensorTypeNames.Find(name) ?? throw Refuse($"{tensor}, dtype", $"'{Short(name)}'", "one of safetensors' types");
    }

    private List<long> ReadNumbers(string where, int most, ref Utf8JsonReader json)
    {
        json.Read();
        Expect(ref json, JsonTokenType.StartArray, where, "numbers in brackets");
        var numbers = new List<long>(most);
        while (Next(ref json) != JsonTokenType.EndArray)
        {
            if (numbers.Count == most || json.TokenType != JsonTokenType.Number || !json.TryGetInt64(out var number) || number < 0)
            {
                throw Refuse(where, "something else", $"at most {most} whole numbers of 0 or more");
            }

            numbers.Add(number);
        }

        return numbers;
    }

    // The bytes of all tensors, one after the other, are the rest of the file: nothing shared, nothing hidden in between.
    private void CheckLayout(long dataLength)
    {
        var end = 0L;
        foreach (var tensor in _tensors.Values.OrderBy(tensor => tensor.Begin).ThenBy(tensor => tensor.End))
        {
            var length = LengthOf(tensor, dataLength);
            if (tensor.Begin != end || tensor.End - tensor.Begin != length)
            {
                throw Refuse(tensor.Name, $"bytes {tensor.Begin} to {tensor.End}", $"{end} to {end + length} for {tensor.Type.Name()} [{string.Join(", ", tensor.Shape)}]");
            }

            end = tensor.End;
        }

        if (end != dataLength)
        {
            throw Refuse("data", $"{dataLength} bytes", $"the {end} of the tensors in the header");
        }
    }

    private long LengthOf(StoredTensor tensor, long dataLength)
    {
        long length = tensor.Type.Bytes();
        foreach (var axis in tensor.Shape)
        {
            if (axis > 0 && length > dataLength / axis)
            {
                throw Refuse(tensor.Name, $"shape [{string.Join(", ", tensor.Shape)}]", $"no more than the {dataLength} bytes of data");
            }

            length *= axis;
        }

        return length;
    }

    private string Name(ref Utf8JsonReader json, string where)
    {
        var name = Text(ref json, where);
        return name.Length <= _limits.MaxNameLength ? name : throw Refuse(where, $"the name '{Short(name)}'", $"at most {_limits.MaxNameLength} letters");
    }

    private string Text(ref Utf8JsonReader json, string where)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw new ArtifactFormatException(_file, where, "a text with half a letter (a lone surrogate)", "Unicode", error);
        }
    }

    private static JsonTokenType Next(ref Utf8JsonReader json)
    {
        json.Read();
        return json.TokenType;
    }

    private void Expect(ref Utf8JsonReader json, JsonTokenType token, string where, string expected)
    {
        if (json.TokenType != token)
        {
            throw Refuse(where, $"{json.TokenType}", expected);
        }
    }

    private static string Short(string name) => name.Length <= 40 ? name : name[..40] + "…";

    private ArtifactFormatException Refuse(string where, string found, string expected) => new(_file, where, found, expected);
}
