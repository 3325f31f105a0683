using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Networks;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Training;

/// <summary>All that a step of training changes, at one moment, as plain numbers.</summary>
/// <param name="Weights">The weights.</param>
/// <param name="Averaged">Their running mean.</param>
/// <param name="Mean">The optimizer's running mean of the gradient.</param>
/// <param name="Square">The optimizer's running mean of its square.</param>
/// <param name="Step">How many steps were made.</param>
/// <param name="OptimizerSteps">How many of them the optimizer made.</param>
public sealed record TrainingMoment(float[] Weights, float[] Averaged, float[] Mean, float[] Square, int Step, int OptimizerSteps)
{
    /// <summary>The row of a training under way that plays and is measured, instead of the weights themselves.</summary>
    public const string AveragedRow = "averaged";

    private const string MeanRow = "mean";
    private const string SquareRow = "square";
    internal const string StepCounter = "step";
    private const string OptimizerCounter = "optimizer_steps";

    /// <summary>Where a training begins: nothing averaged, an optimizer that has seen nothing.</summary>
    /// <param name="weights">With what; taken over.</param>
    public static TrainingMoment Begin(float[] weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        return new TrainingMoment(weights, [.. weights], new float[weights.Length], new float[weights.Length], 0, 0);
    }

    /// <summary>Where a training is now.</summary>
    public static TrainingMoment Of(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new TrainingMoment(
            state.Weights.Values(),
            state.Averaged.Values(),
            WeightSet.Numbers(state.Optimizer.Mean),
            WeightSet.Numbers(state.Optimizer.Square),
            state.Step,
            state.Optimizer.Steps);
    }

    /// <summary>The moment that a checkpoint keeps.</summary>
    /// <exception cref="ArtifactFormatException">It keeps none, one of another network, or one that no training can be in.</exception>
    public static TrainingMoment Of(Checkpoint checkpoint, IReadOnlyList<WeightShape> shapes, string name)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        return new TrainingMoment(
            checkpoint.WeightsFor(shapes),
            Row(AveragedRow),
            Row(MeanRow),
            Row(SquareRow),
            Counter(checkpoint, StepCounter, name),
            Counter(checkpoint, OptimizerCounter, name));

        float[] Row(string row)
        {
            var values = checkpoint.RowFor(shapes, row) ?? throw new ArtifactFormatException(name, $"row {row}", "none", "the whole state of a training");
            return Array.TrueForAll(values, float.IsFinite) && (row != SquareRow || Array.TrueForAll(values, value => value >= 0))
                ? values
                : throw new ArtifactFormatException(name, $"row {row}", "a number that no training comes to", "finite numbers, and no negative squares");
        }
    }

    /// <summary>A number that a checkpoint counts.</summary>
    /// <exception cref="ArtifactFormatException">It does not, or the count is none.</exception>
    internal static int Counter(Checkpoint checkpoint, string counter, string name) =>
        checkpoint.Counters.TryGetValue(counter, out var count) && count is >= 0 and <= int.MaxValue
            ? (int)count
            : throw new ArtifactFormatException(name, $"counter {counter}", "none", "the whole state of a training");

    /// <summary>Puts the moment into a checkpoint of its weights.</summary>
    public Checkpoint Into(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        return checkpoint with
        {
            Row = Weights,
            Rows = new Dictionary<string, ReadOnlyMemory<float>> { [AveragedRow] = Averaged, [MeanRow] = Mean, [SquareRow] = Square },
            Counters = new Dictionary<string, long>(checkpoint.Counters) { [StepCounter] = Step, [OptimizerCounter] = OptimizerSteps },
        };
    }

    /// <summary>A training that is at this moment; the caller's.</summary>
    public TrainingState Open(IReadOnlyList<WeightShape> shapes, TrainingOptions options, Device device)
    {
        var state = new TrainingState(WeightSet.Of(shapes, Weights, device), options) { Step = Step };
        state.Averaged.Set(Averaged);
        state.Optimizer.Restore(Mean, Square, OptimizerSteps);
        return state;
    }

    /// <summary>A hash of all of it: rows in the order of the parameters, as singles with their low bytes first, then the two counts, four bytes each.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in (float[][])[Weights, Averaged, Mean, Square])
        {
            hash.AppendData(MemoryMarshal.AsBytes<float>(row));
        }

        Span<byte> counts = stackalloc byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(counts, Step);
        BinaryPrimitives.WriteInt32LittleEndian(counts[4..], OptimizerSteps);
        hash.AppendData(counts);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What was added to each weight since an earlier moment.</summary>
    public float[] ChangeSince(TrainingMoment earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        var change = new float[Weights.Length];
        for (var i = 0; i < change.Length; i++)
        {
            change[i] = Weights[i] - earlier.Weights[i];
        }

        return change;
    }
}
