using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Net.Merging.Bench;

/// <summary>Made-up updates: what all honest peers learnt, and noise of each one's own that is as long.</summary>
internal sealed class MergeCase
{
    private readonly float[] _truth;
    private readonly List<PeerUpdate> _honest = [];

    /// <summary>Makes one up.</summary>
    /// <param name="peers">How many peers.</param>
    /// <param name="weights">How many weights.</param>
    /// <param name="seed">Fixes it.</param>
    public MergeCase(int peers, int weights, ulong seed)
    {
        var random = new SeededRandom(seed);
        _truth = Row(weights, random);
        for (var peer = 0; peer < peers; peer++)
        {
            var update = Row(weights, random);
            for (var weight = 0; weight < weights; weight++)
            {
                update[weight] += _truth[weight];
            }

            _honest.Add(new PeerUpdate(update));
        }
    }

    /// <summary>Updates in which nobody lies.</summary>
    public IReadOnlyList<PeerUpdate> Honest => _honest;

    /// <summary>The same, but the first ones say something else.</summary>
    /// <param name="liars">How many.</param>
    /// <param name="times">How many times what is true they say.</param>
    public IReadOnlyList<PeerUpdate> WithLiars(int liars, float times) =>
        [.. Enumerable.Repeat(new PeerUpdate(Array.ConvertAll(_truth, number => times * number)), liars), .. _honest.Skip(liars)];

    /// <summary>The same, but the first ones hide in the spread of the others: the mean less one standard deviation, weight by weight.</summary>
    /// <param name="liars">How many.</param>
    public IReadOnlyList<PeerUpdate> WithHidden(int liars) =>
        [.. Enumerable.Repeat(new PeerUpdate(Array.ConvertAll(_truth, number => number - 1)), liars), .. _honest.Skip(liars)];

    /// <summary>How far a merge is from what is true, as a share of its length.</summary>
    public double ErrorOf(ReadOnlySpan<float> merged)
    {
        var difference = new float[_truth.Length];
        for (var weight = 0; weight < difference.Length; weight++)
        {
            difference[weight] = merged[weight] - _truth[weight];
        }

        return FixedSums.Norm(difference) / FixedSums.Norm(_truth);
    }

    private static float[] Row(int weights, SeededRandom random)
    {
        var row = new float[weights];
        for (var weight = 0; weight < weights; weight++)
        {
            row[weight] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        }

        return row;
    }
}
