using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Simulations.Clocks;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Simulations.Learning;

/// <summary>Models that are better the nearer they are to what there is to learn.</summary>
internal sealed class MadeUpModels
{
    private readonly Dictionary<BlobId, float[]> _models = [];
    private readonly Dictionary<BlobId, float[]> _momenta = [];
    private readonly Dictionary<BlobId, BlobId> _before = [];
    private readonly float[] _truth;

    /// <summary>Makes up what there is to learn; the first model has learnt none of it.</summary>
    public MadeUpModels(int weights, Draws draws)
    {
        _truth = Numbers.Row(draws, weights, 1 / Math.Sqrt(weights));
        (First, _) = Keep(new float[weights], new float[weights]);
    }

    /// <summary>The first model.</summary>
    public BlobId First { get; }

    /// <summary>A copy of a model, with a momentum; zeros without one.</summary>
    public OpenedModel Open(BlobId model, BlobId? momentum)
    {
        var weights = _models[model];
        return new OpenedModel([weights.Length], [.. weights], momentum is { } kept ? [.. _momenta[kept]] : new float[weights.Length]);
    }

    /// <summary>Keeps a model that comes after another one, and its momentum.</summary>
    public (BlobId Model, BlobId Momentum) Save(BlobId before, ReadOnlyMemory<float> weights, ReadOnlyMemory<float> momentum)
    {
        var kept = Keep(weights.ToArray(), momentum.ToArray());
        _before.TryAdd(kept.Model, before);
        return kept;
    }

    /// <summary>The model before a model; null before the first.</summary>
    public BlobId? Before(BlobId model) => _before.TryGetValue(model, out var before) ? before : null;

    /// <summary>What a model has still to learn.</summary>
    public float[] Missing(BlobId model) => Difference(_truth, _models[model]);

    /// <summary>The way from one model to another.</summary>
    public float[] Way(BlobId from, BlobId to) => Difference(_models[to], _models[from]);

    /// <summary>How much of all there is to learn a model knows: 0 for the first, 1 at most.</summary>
    public double Quality(BlobId model) => 1 - (FixedSums.Norm(Missing(model)) / FixedSums.Norm(_truth));

    /// <summary>By how many nats each change makes a model better.</summary>
    public IReadOnlyList<double> Gains(BlobId model, IReadOnlyList<ReadOnlyMemory<float>> changes)
    {
        var missing = Missing(model);
        return [.. changes.Select(change => (2 * FixedSums.OfProducts(missing, change.Span)) - FixedSums.OfProducts(change.Span, change.Span))];
    }

    private (BlobId Model, BlobId Momentum) Keep(float[] weights, float[] momentum)
    {
        var (model, kept) = (BlobId.Of(MemoryMarshal.AsBytes<float>([.. weights, .. momentum])), BlobId.Of(MemoryMarshal.AsBytes(momentum.AsSpan())));
        (_models[model], _momenta[kept]) = (weights, momentum);
        return (model, kept);
    }

    private static float[] Difference(float[] one, float[] other)
    {
        var difference = new float[one.Length];
        TensorPrimitives.Subtract(one, other, difference);
        return difference;
    }
}
