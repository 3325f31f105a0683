using System.Numerics.Tensors;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Simulations.Clocks;

namespace BlockAssist.Net.Simulations.Learning;

/// <summary>What training changes in a model: some of what is missing, and noise.</summary>
/// <param name="options">How much of both.</param>
/// <param name="models">The models.</param>
/// <param name="draws">The noise.</param>
internal sealed class MadeUpUpdates(MadeUpOptions options, MadeUpModels models, Draws draws)
{
    // Of a poisoned update what still leads the right way; the rest leads to what the attackers want.
    private const float RightShare = 0.3f;

    // A guess at where others go is as much guess as noise.
    private const float GuessShare = 0.7f;

    private readonly float[] _wanted = Numbers.Row(draws.Fork(), options.Weights, 1 / Math.Sqrt(options.Weights));

    /// <summary>The change that a lease comes to.</summary>
    public float[] Of(TrainingOrder order) => order.Manner switch
    {
        TrainingManner.Partly => Trained(order.Model, order.Segments * order.Share, 1, 1 / Math.Sqrt(order.Share)),
        TrainingManner.MadeUp or TrainingManner.Copied => Guessed(order),
        TrainingManner.Stale => Stale(order),
        TrainingManner.FlippedSigns => Trained(order.Model, order.Segments, -1),
        TrainingManner.FlippedLabels => Poisoned(order),
        _ => Trained(order.Model, order.Segments, 1),
    };

    private float[] Trained(BlobId model, double segments, float along, double times = 1)
    {
        var (change, learnt) = (models.Missing(model), times * LearntBy(segments));
        var noise = Noise(FixedSums.Norm(change) * learnt);
        TensorPrimitives.Multiply(change, (float)(along * learnt), change);
        TensorPrimitives.Add(change, noise, change);
        return change;
    }

    private float[] Poisoned(TrainingOrder order)
    {
        var change = Trained(order.Model, order.Segments, RightShare);
        var length = FixedSums.Norm(models.Missing(order.Model)) * LearntBy(order.Segments);
        TensorPrimitives.MultiplyAdd(_wanted, (float)(length * Math.Sqrt(1 - (RightShare * RightShare))), change, change);
        return change;
    }

    private float[] Stale(TrainingOrder order)
    {
        var change = Trained(order.From!.Value, order.Segments, 1);
        TensorPrimitives.Add(change, models.Way(order.Model, order.From.Value), change);
        return change;
    }

    // Where the swarm went in the last round everybody can see.
    private float[] Guessed(TrainingOrder order)
    {
        var length = FixedSums.Norm(models.Missing(order.Model)) * LearntBy(order.Segments) * Math.Sqrt(1 + (options.Noise * options.Noise));
        var change = Numbers.Row(draws, options.Weights, length / Math.Sqrt(options.Weights));
        if (models.Before(order.Model) is { } before && models.Way(before, order.Model) is var way && FixedSums.Norm(way) is > 0 and var far)
        {
            TensorPrimitives.Multiply(change, (float)Math.Sqrt(1 - (GuessShare * GuessShare)), change);
            TensorPrimitives.MultiplyAdd(way, (float)(GuessShare * length / far), change, change);
        }

        return change;
    }

    private double LearntBy(double segments) => options.Learnt * Math.Sqrt(segments / options.UsualSegments);

    private float[] Noise(double length) => Numbers.Row(draws, options.Weights, options.Noise * length / Math.Sqrt(options.Weights));
}
