namespace BlockAssist.Net.Merging.Bench;

/// <summary>Made-up updates: what all honest peers learnt, and noise of each one's own.</summary>
internal sealed class MergeCase
{
    private readonly float[] _truth;
    private readonly List<PeerUpdate> _honest = [];

    /// <summary>Makes one up in which the noise is as long as what the peers learnt.</summary>
    /// <param name="peers">How many peers.</param>
    /// <param name="weights">How many weights.</param>
    /// <param name="seed">Fixes it.</param>
    public MergeCase(int peers, int weights, ulong seed)
        : this(peers, weights, new NormalNumbers(seed))
    {
    }

    /// <summary>Makes one up.</summary>
    /// <param name="peers">How many peers.</param>
    /// <param name="truth">What all honest peers learnt.</param>
    /// <param name="noise">How large a weight's noise is: its spread.</param>
    /// <param name="numbers">The noise, of spread 1.</param>
    public MergeCase(int peers, float[] truth, double noise, NormalNumbers numbers)
    {
        _truth = truth;
        for (var peer = 0; peer < peers; peer++)
        {
            _honest.Add(new PeerUpdate(Array.ConvertAll(truth, number => number + (float)(noise * numbers.Next()))));
        }
    }

    private MergeCase(int peers, int weights, NormalNumbers numbers)
        : this(peers, numbers.Row(weights), 1, numbers)
    {
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
    public double ErrorOf(ReadOnlySpan<float> merged) => ErrorOf(merged, _truth);

    /// <summary>How far a row is from another one, as a share of that one's length.</summary>
    public static double ErrorOf(ReadOnlySpan<float> row, ReadOnlySpan<float> truth)
    {
        var difference = new float[truth.Length];
        for (var weight = 0; weight < difference.Length; weight++)
        {
            difference[weight] = row[weight] - truth[weight];
        }

        return FixedSums.Norm(difference) / FixedSums.Norm(truth);
    }
}
