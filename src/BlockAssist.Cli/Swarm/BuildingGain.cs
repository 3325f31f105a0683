using System.Buffers.Binary;
using BlockAssist.Learner.Leases;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Net.Work;
using static TorchSharp.torch;

namespace BlockAssist.Cli.Swarm;

/// <summary>How much more of the goal a model builds after a change: the measure of what was learnt from own play.</summary>
/// <param name="start">The model.</param>
/// <param name="rules">By which rules it builds.</param>
/// <param name="houses">How many houses each builds; which ones follows from the model.</param>
internal sealed class BuildingGain(LeaseBase start, MatchOptions rules, int houses)
{
    // Far from the houses by which a merged model is tried.
    private const ulong FirstHouse = 50_000_000;
    private const int Ranges = 100_000;

    private readonly HousePlay _play = new(rules with { FirstHouse = FirstHouse });

    /// <summary>The gains of some changes.</summary>
    /// <param name="changed">The weights after each.</param>
    /// <param name="cancellation">Gives up.</param>
    public IReadOnlyList<Gain> Of(IReadOnlyList<float[]> changed, CancellationToken cancellation)
    {
        var before = Shares(start.Weights, cancellation);
        return [.. changed.Select(weights => GainOf(before, weights, cancellation))];
    }

    private int First => (int)(BinaryPrimitives.ReadUInt32LittleEndian(Convert.FromHexString(start.Hash)) % Ranges) * houses;

    private Gain GainOf(double[] before, float[] weights, CancellationToken cancellation)
    {
        if (!Array.TrueForAll(weights, float.IsFinite))
        {
            return new Gain(-1);
        }

        double[] differences = [.. Shares(weights, cancellation).Zip(before, (after, was) => after - was)];
        var mean = differences.Average();
        var deviation = Math.Sqrt(differences.Sum(one => (one - mean) * (one - mean)) / Math.Max(1, differences.Length - 1));
        return new Gain(mean, deviation / Math.Sqrt(differences.Length));
    }

    private double[] Shares(float[] weights, CancellationToken cancellation)
    {
        using var model = new HumanModel(start.Network, WeightSet.Of(start.Network.Weights(), weights, CPU));
        return _play.Shares(model.ToOnnx(), start.Hash, First, houses, cancellation);
    }
}
