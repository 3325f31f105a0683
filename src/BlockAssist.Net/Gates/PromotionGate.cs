namespace BlockAssist.Net.Gates;

/// <summary>Lets a candidate play only if it is better than the model that plays, and no worse than older ones.</summary>
/// <param name="match">Lets models play.</param>
/// <param name="options">What is asked for.</param>
public sealed class PromotionGate(IModelMatch match, SequentialOptions options)
{
    /// <summary>How many pairs are played at once, before the test looks at them one by one.</summary>
    public int Together { get; init; } = 10;

    /// <summary>How many pairs against each older model.</summary>
    public int PairsAgainstOlder { get; init; } = 100;

    /// <summary>Tries a candidate.</summary>
    /// <param name="candidate">Its hash.</param>
    /// <param name="current">The hash of the model that plays.</param>
    /// <param name="older">The hashes of older models of the same line.</param>
    /// <param name="progress">Told of every verdict so far, after each pair.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<GateResult> TryAsync(string candidate, string current, IReadOnlyList<string> older, IProgress<SequentialTest>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(older);
        var test = new SequentialTest(options);
        while (test.Verdict == GateVerdict.Undecided)
        {
            foreach (var difference in await match.PlayAsync(candidate, current, test.Pairs, Together, cancellation).ConfigureAwait(false))
            {
                test.Add(difference);
                progress?.Report(test);
            }
        }

        var regressions = new List<Regression>();
        foreach (var model in test.Verdict == GateVerdict.Better ? older : [])
        {
            regressions.Add(Regression.Of(model, await match.PlayAsync(candidate, model, 0, PairsAgainstOlder, cancellation).ConfigureAwait(false)));
        }

        return new GateResult(candidate, current, test.Verdict, test.Pairs, test.Mean, test.Curve, regressions);
    }
}
