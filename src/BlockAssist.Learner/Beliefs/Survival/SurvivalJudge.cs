using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using BlockAssist.Learner.Checkpoints;

namespace BlockAssist.Learner.Beliefs.Survival;

/// <summary>Says how likely an edit lasts, by what became of such edits: the belief itself, set right by a small network of one layer.</summary>
/// <remarks>Its weights: those of all facts for each unit, the units' biases, what they count, a bias for all. Says what the belief says while these are 0. Immutable.</remarks>
public sealed class SurvivalJudge
{
    /// <summary>How many facts it is told.</summary>
    internal const int Facts = (int)EditFact.Count;

    /// <summary>How many units the layer has.</summary>
    internal const int Units = 16;

    /// <summary>How many weights there are.</summary>
    internal const int WeightCount = (Units * (Facts + 2)) + 1;

    // Odds and shift are told in quarters.
    private const float Scale = 4;

    private readonly float[] _weights;

    /// <summary>A judge.</summary>
    /// <param name="weights">Its weights, finite.</param>
    internal SurvivalJudge(float[] weights)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, WeightCount, nameof(weights));
        _weights = weights;
    }

    /// <summary>The weights.</summary>
    internal ReadOnlySpan<float> Weights => _weights;

    /// <summary>Reads one.</summary>
    /// <param name="bytes">The weights as single numbers, lowest byte first.</param>
    /// <param name="name">What messages call it.</param>
    /// <exception cref="ArtifactFormatException">It is none.</exception>
    public static SurvivalJudge FromBytes(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length != WeightCount * sizeof(float))
        {
            throw new ArtifactFormatException(name, "survival", $"{bytes.Length} bytes", $"{WeightCount} single numbers");
        }

        float[] weights = [.. MemoryMarshal.Cast<byte, float>(bytes)];
        return Array.TrueForAll(weights, float.IsFinite) ? new SurvivalJudge(weights) : throw new ArtifactFormatException(name, "survival", "a number that is none", "finite ones");
    }

    /// <summary>As bytes.</summary>
    public byte[] ToBytes() => MemoryMarshal.AsBytes<float>(_weights).ToArray();

    /// <summary>How badly it foresees what became of an edit: the cross-entropy of the edit's worth with what it says, in nats.</summary>
    public double NatsOf(SurvivalExample example)
    {
        ArgumentNullException.ThrowIfNull(example);
        const double Least = 1e-6;
        var lasts = Math.Clamp(Of(example.Facts), Least, 1 - Least);
        return -(example.Worth * Math.Log(lasts)) - ((1 - example.Worth) * Math.Log(1 - lasts));
    }

    /// <summary>How likely an edit lasts.</summary>
    /// <param name="facts">What is told of it.</param>
    internal float Of(ReadOnlySpan<float> facts)
    {
        var odds = OddsOf(facts) + _weights[^1];
        for (var unit = 0; unit < Units; unit++)
        {
            var sum = TensorPrimitives.Dot(_weights.AsSpan(unit * Facts, Facts), facts) + _weights[(Units * Facts) + unit];
            odds += _weights[(Units * (Facts + 1)) + unit] * MathF.Tanh(sum);
        }

        return 1 / (1 + MathF.Exp(-odds));
    }

    /// <summary>The logarithm of the odds that belief and track record alone give an edit.</summary>
    /// <param name="facts">What is told of it.</param>
    internal static float OddsOf(ReadOnlySpan<float> facts) => Scale * (facts[(int)EditFact.Odds] + facts[(int)EditFact.Shift]);
}
