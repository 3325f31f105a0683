using System.Numerics.Tensors;
using System.Text.Json;

namespace BlockAssist.Learner.Checkpoints;

/// <summary>Makes the tensors and the metadata of a checkpoint's file.</summary>
internal static class CheckpointEncoding
{
    /// <summary>All of a checkpoint, ready to be written.</summary>
    /// <exception cref="ArgumentException">It could not be loaded again.</exception>
    public static SafetensorsWriter Encode(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        Check(checkpoint);
        var writer = new SafetensorsWriter();
        AddTensors(writer, checkpoint);
        AddMetadata(writer.Metadata, checkpoint);
        return writer;
    }

    private static void Check(Checkpoint checkpoint)
    {
        var count = checkpoint.Weights.Sum(weight => (long)weight.Length);
        if (checkpoint.Row.Length != count || checkpoint.Rows.Values.Any(row => row.Length != count))
        {
            throw new ArgumentException($"The weights have {count} numbers; a row has another length.", nameof(checkpoint));
        }

        if (checkpoint.Weights.Any(weight => weight.Name.Contains('/', StringComparison.Ordinal)))
        {
            throw new ArgumentException("The name of a weight has a slash.", nameof(checkpoint));
        }

        if (!IsFinite(checkpoint.Row.Span))
        {
            throw new ArgumentException("A weight is not finite: the training has failed, and there is nothing to keep.", nameof(checkpoint));
        }
    }

    /// <summary>Whether all numbers are.</summary>
    public static bool IsFinite(ReadOnlySpan<float> row) => row.IsEmpty || float.IsFinite(TensorPrimitives.MaxMagnitude(row));

    private static void AddTensors(SafetensorsWriter writer, Checkpoint checkpoint)
    {
        var end = 0;
        foreach (var weight in checkpoint.Weights)
        {
            writer.Add(weight.Name, checkpoint.Row.Slice(end, weight.Length), weight.Shape);
            end += weight.Length;
        }

        foreach (var (name, row) in checkpoint.Rows.OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            writer.Add(CheckpointNames.RowPrefix + name, row, [row.Length]);
        }

        foreach (var (name, state) in checkpoint.States.OrderBy(state => state.Key, StringComparer.Ordinal))
        {
            writer.Add(CheckpointNames.StatePrefix + name, state);
        }
    }

    private static void AddMetadata(IDictionary<string, string> metadata, Checkpoint checkpoint)
    {
        metadata[CheckpointNames.Kind] = CheckpointNames.KindAndVersion;
        metadata[CheckpointNames.Network] = checkpoint.Network;
        metadata[CheckpointNames.NetworkOptions] = Json(checkpoint.NetworkOptions);
        metadata[CheckpointNames.TrainingOptions] = Json(checkpoint.TrainingOptions);
        metadata[CheckpointNames.Weights] = JsonSerializer.Serialize([.. checkpoint.Weights.Select(weight => weight.Name)], CheckpointJson.Default.StringArray);
        metadata[CheckpointNames.Counters] = JsonSerializer.Serialize(Sorted(checkpoint.Counters), CheckpointJson.Default.SortedDictionaryStringInt64);
        metadata[CheckpointNames.Scalars] = JsonSerializer.Serialize(Sorted(checkpoint.Scalars), CheckpointJson.Default.SortedDictionaryStringDouble);
        metadata[CheckpointNames.Metrics] = JsonSerializer.Serialize(Sorted(checkpoint.Metrics), CheckpointJson.Default.SortedDictionaryStringDouble);
        AddIfKnown(metadata, CheckpointNames.DataHash, checkpoint.DataHash);
        AddIfKnown(metadata, CheckpointNames.CodeVersion, checkpoint.CodeVersion);
        AddIfKnown(metadata, CheckpointNames.Parent, checkpoint.Parent);
    }

    private static void AddIfKnown(IDictionary<string, string> metadata, string name, string? text)
    {
        if (text is not null)
        {
            metadata[name] = text;
        }
    }

    private static string Json(string options)
    {
        try
        {
            using var parsed = JsonDocument.Parse(options);
            return options;
        }
        catch (JsonException error)
        {
            throw new ArgumentException("Options are not JSON.", nameof(options), error);
        }
    }

    private static SortedDictionary<string, T> Sorted<T>(IReadOnlyDictionary<string, T> values) =>
        new(values.ToDictionary(), StringComparer.Ordinal);
}
