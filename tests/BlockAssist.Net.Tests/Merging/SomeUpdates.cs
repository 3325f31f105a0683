using BlockAssist.Net.Merging;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Net.Tests.Merging;

/// <summary>Updates of peers who learnt much the same, each with noise of its own; and of attackers.</summary>
internal static class SomeUpdates
{
    /// <summary>What all honest peers would come to without noise.</summary>
    public static float[] Truth(int length, ulong seed = 1)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (float)Normal(random))];
    }

    /// <summary>Honest updates.</summary>
    public static List<PeerUpdate> Honest(int peers, float[] truth, double noise = 0.5, ulong seed = 2)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, peers).Select(_ => new PeerUpdate(Array.ConvertAll(truth, number => number + (float)(noise * Normal(random)))))];
    }

    /// <summary>How far a change is from the truth, as a share of the truth's length.</summary>
    public static double ErrorOf(ReadOnlySpan<float> merged, float[] truth)
    {
        var difference = new float[truth.Length];
        for (var i = 0; i < truth.Length; i++)
        {
            difference[i] = merged[i] - truth[i];
        }

        return FixedSums.Norm(difference) / FixedSums.Norm(truth);
    }

    /// <summary>What a rule makes of updates.</summary>
    public static float[] Merge(IMergeRule rule, IReadOnlyList<PeerUpdate> updates)
    {
        var merged = new float[updates[0].Change.Length];
        rule.Merge(updates, merged);
        return merged;
    }

    private static double Normal(SeededRandom random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
