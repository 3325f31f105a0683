using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Checkpoints;

/// <summary>Reads a checkpoint out of a safetensors file, and checks that all parts of it fit together.</summary>
internal sealed class CheckpointDecoder(SafetensorsFile file, string name)
{
    /// <summary>The checkpoint.</summary>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public Checkpoint Decode()
    {
        var kind = Optional(CheckpointNames.Kind);
        NewerVersionException.ThrowIfNewer(name, "checkpoints", kind, CheckpointNames.KindStart, CheckpointNames.Version);
        if (kind != CheckpointNames.KindAndVersion)
        {
            throw Refuse($"metadata, {CheckpointNames.Kind}", kind is null ? "nothing" : $"'{kind}'", $"'{CheckpointNames.KindAndVersion}'");
        }

        var weights = ReadWeights();
        var row = ReadRow(weights);
        return new Checkpoint
        {
            Network = Required(CheckpointNames.Network),
            NetworkOptions = Options(CheckpointNames.NetworkOptions),
            TrainingOptions = Options(CheckpointNames.TrainingOptions),
            Weights = weights,
            Row = row,
            Rows = ReadRows(row.Length),
            States = ReadStates(),
            Counters = Parsed(CheckpointNames.Counters, CheckpointJson.Default.SortedDictionaryStringInt64),
            Scalars = Parsed(CheckpointNames.Scalars, CheckpointJson.Default.SortedDictionaryStringDouble),
            Metrics = Parsed(CheckpointNames.Metrics, CheckpointJson.Default.SortedDictionaryStringDouble),
            DataHash = Optional(CheckpointNames.DataHash),
            CodeVersion = Optional(CheckpointNames.CodeVersion),
            Parent = Optional(CheckpointNames.Parent),
        };
    }

    private List<CheckpointWeight> ReadWeights()
    {
        var names = Parsed(CheckpointNames.Weights, CheckpointJson.Default.StringArray);
        var plain = file.Tensors.Keys.Where(tensor => !tensor.Contains('/', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        if (names.Length != plain.Count || !plain.SetEquals(names))
        {
            throw Refuse($"metadata, {CheckpointNames.Weights}", $"{names.Length} names", $"those of the {plain.Count} tensors without a slash, once each");
        }

        // An axis longer than int would need more bytes than a file may have, unless another axis is 0.
        return [.. names.Select(tensor => new CheckpointWeight(tensor, [.. file.Tensors[tensor].Shape.Select(length => (int)Math.Min(length, int.MaxValue))]))];
    }

    private float[] ReadRow(List<CheckpointWeight> weights)
    {
        var row = new float[weights.Sum(weight => (long)file.Floats(weight.Name).Length)];
        var end = 0;
        foreach (var weight in weights)
        {
            var values = file.Floats(weight.Name);
            if (!CheckpointEncoding.IsFinite(values))
            {
                throw Refuse(weight.Name, "a number that is none or has no end", "finite weights");
            }

            values.CopyTo(row.AsSpan(end));
            end += values.Length;
        }

        return row;
    }

    private Dictionary<string, ReadOnlyMemory<float>> ReadRows(int length)
    {
        var rows = new Dictionary<string, ReadOnlyMemory<float>>(StringComparer.Ordinal);
        foreach (var tensor in file.Tensors.Keys.Where(tensor => tensor.StartsWith(CheckpointNames.RowPrefix, StringComparison.Ordinal)))
        {
            var row = file.Floats(tensor).ToArray();
            rows.Add(
                tensor[CheckpointNames.RowPrefix.Length..],
                row.Length == length ? row : throw Refuse(tensor, $"{row.Length} numbers", $"{length}, as many as the weights have"));
        }

        return rows;
    }

    private Dictionary<string, ReadOnlyMemory<byte>> ReadStates() => file.Tensors.Keys
        .Where(tensor => tensor.StartsWith(CheckpointNames.StatePrefix, StringComparison.Ordinal))
        .ToDictionary(tensor => tensor[CheckpointNames.StatePrefix.Length..], tensor => (ReadOnlyMemory<byte>)file.Bytes(tensor).ToArray());

    private string Options(string entry)
    {
        var text = Required(entry);
        try
        {
            using var parsed = JsonDocument.Parse(text);
            return text;
        }
        catch (JsonException error)
        {
            throw Refuse($"metadata, {entry}", "broken JSON", "options", error);
        }
    }

    private T Parsed<T>(string entry, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Required(entry), type) ?? throw Refuse($"metadata, {entry}", "null", "its JSON");
        }
        catch (JsonException error)
        {
            throw Refuse($"metadata, {entry}", "other or broken JSON", "names and numbers, or names", error);
        }
    }

    private string? Optional(string entry) => file.Metadata.GetValueOrDefault(entry);

    private string Required(string entry) => Optional(entry) ?? throw Refuse($"metadata, {entry}", "nothing", "it to be there");

    private ArtifactFormatException Refuse(string where, string found, string expected, Exception? inner = null) => new(name, where, found, expected, inner);
}
