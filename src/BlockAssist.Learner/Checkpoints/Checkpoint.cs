using System.Collections.Immutable;
using BlockAssist.Learner.Networks;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Checkpoints;

/// <summary>A network as it is on disk: its weights, and if training is to go on from it, all that training needs for that.</summary>
/// <remarks>Names of rows, states, counters and so on are the trainer's; here they are only kept.</remarks>
public sealed record Checkpoint
{
    /// <summary>Which network this is; who loads it finds the code by this name.</summary>
    public required string Network { get; init; }

    /// <summary>The options of the network (its sizes), as JSON.</summary>
    public string NetworkOptions { get; init; } = "{}";

    /// <summary>Which weights there are, in the order of the row.</summary>
    public required IReadOnlyList<CheckpointWeight> Weights { get; init; }

    /// <summary>The numbers of all weights, one after the other; finite.</summary>
    public required ReadOnlyMemory<float> Row { get; init; }

    /// <summary>Other rows of that length: an optimizer's moments, an average of the weights.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<float>> Rows { get; init; } = ImmutableDictionary<string, ReadOnlyMemory<float>>.Empty;

    /// <summary>Whatever else training needs to go on exactly, as bytes: the sites of self-play, the judge of edits.</summary>
    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> States { get; init; } = ImmutableDictionary<string, ReadOnlyMemory<byte>>.Empty;

    /// <summary>How far training is: steps, epochs, samples.</summary>
    public IReadOnlyDictionary<string, long> Counters { get; init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>Single numbers of the optimizer; they come back bit by bit.</summary>
    public IReadOnlyDictionary<string, double> Scalars { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>What was measured of this network.</summary>
    public IReadOnlyDictionary<string, double> Metrics { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>The options of the training, as JSON.</summary>
    public string TrainingOptions { get; init; } = "{}";

    /// <summary>The hash of the manifest of the data that it was trained on; null if on none.</summary>
    public string? DataHash { get; init; }

    /// <summary>The version of the code that trained it; null if unknown.</summary>
    public string? CodeVersion { get; init; }

    /// <summary>The address of the checkpoint that training started from; null if from fresh weights.</summary>
    public string? Parent { get; init; }

    /// <summary>The weights of a set; the rest is to be added by <c>with</c>.</summary>
    public static Checkpoint Of(string network, WeightSet weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return new Checkpoint
        {
            Network = network,
            Weights = [.. weights.Shapes.Select(shape => new CheckpointWeight(shape.Name, shape.Shape))],
            Row = weights.Values(),
        };
    }

    /// <summary>The weights for a network that has these.</summary>
    /// <exception cref="ArtifactFormatException">The network has other weights than the checkpoint; the message names the differences.</exception>
    public WeightSet ToWeightSet(IReadOnlyList<WeightShape> shapes, Device? device = null) => WeightSet.Of(shapes, InOrderOf(shapes, Row), device);

    /// <summary>The numbers of the weights, in the order of a network that has these.</summary>
    /// <exception cref="ArtifactFormatException">The network has other weights than the checkpoint; the message names the differences.</exception>
    public float[] WeightsFor(IReadOnlyList<WeightShape> shapes) => InOrderOf(shapes, Row);

    /// <summary>Another row, in the order of a network that has these weights; null if the checkpoint has no row of that name.</summary>
    /// <exception cref="ArtifactFormatException">The network has other weights than the checkpoint; the message names the differences.</exception>
    public float[]? RowFor(IReadOnlyList<WeightShape> shapes, string name) => Rows.TryGetValue(name, out var row) ? InOrderOf(shapes, row) : null;

    private float[] InOrderOf(IReadOnlyList<WeightShape> shapes, ReadOnlyMemory<float> row)
    {
        CheckFit(shapes);
        var places = Places();
        var ordered = new float[row.Length];
        var end = 0;
        foreach (var shape in shapes)
        {
            row.Span.Slice(places[shape.Name], shape.Length).CopyTo(ordered.AsSpan(end));
            end += shape.Length;
        }

        return ordered;
    }

    private Dictionary<string, int> Places()
    {
        var places = new Dictionary<string, int>(Weights.Count, StringComparer.Ordinal);
        var end = 0;
        foreach (var weight in Weights)
        {
            places.Add(weight.Name, end);
            end += weight.Length;
        }

        return places;
    }

    private void CheckFit(IReadOnlyList<WeightShape> shapes)
    {
        const int MostToName = 5;
        var wanted = shapes.Select(shape => new CheckpointWeight(shape.Name, shape.Shape).ToString()).ToHashSet(StringComparer.Ordinal);
        var held = Weights.Select(weight => weight.ToString()).ToHashSet(StringComparer.Ordinal);
        string[] differences = [.. wanted.Except(held).Select(weight => $"no {weight}"), .. held.Except(wanted).Select(weight => $"a {weight} too many")];
        if (differences.Length > 0)
        {
            throw new ArtifactFormatException(
                $"checkpoint of {Network}",
                "weights",
                string.Join("; ", differences.Take(MostToName)) + (differences.Length > MostToName ? $" and {differences.Length - MostToName} more" : ""),
                "exactly the weights of the network that is to have them");
        }
    }
}
