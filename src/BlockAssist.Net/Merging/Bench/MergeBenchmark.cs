namespace BlockAssist.Net.Merging.Bench;

/// <summary>Measures all rules on the same made-up updates, against the same rules written down plainly.</summary>
/// <param name="time">The clock.</param>
public sealed class MergeBenchmark(TimeProvider time)
{
    private const float Immense = -1000;

    // Until the runtime has compiled what is hot.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.4);

    /// <summary>How many peers.</summary>
    public int Peers { get; init; } = 16;

    /// <summary>How many of them lie where some do.</summary>
    public int Liars { get; init; } = 4;

    /// <summary>How many weights the model has.</summary>
    public int Weights { get; init; } = 127_837;

    /// <summary>How often each is measured; the median counts.</summary>
    public int Repetitions { get; init; } = 11;

    /// <summary>Fixes the updates.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Measures.</summary>
    /// <param name="advance">Called after each rule.</param>
    public IReadOnlyList<MergeFigures> Run(Action? advance = null)
    {
        var some = new MergeCase(Peers, Weights, Seed);
        return [.. MergeRules.All().Select(rule =>
        {
            var figures = Measure(rule, some);
            advance?.Invoke();
            return figures;
        })];
    }

    private MergeFigures Measure(IMergeRule rule, MergeCase some)
    {
        var merged = new float[Weights];
        for (var began = time.GetTimestamp(); time.GetElapsedTime(began) < WarmUp;)
        {
            rule.Merge(some.Honest, merged);
        }

        var taken = Median.Of([.. Enumerable.Range(0, Repetitions).Select(_ => MillisecondsOf(() => rule.Merge(some.Honest, merged)))]);
        double? plainly = NaiveOf(rule) is { } naive ? MillisecondsOf(() => naive(some.Honest)) : null;
        return new MergeFigures(
            rule.Name, taken, plainly / taken, ErrorOf(some.Honest), ErrorOf(some.WithLiars(Liars, -1)), ErrorOf(some.WithLiars(Liars, Immense)), ErrorOf(some.WithHidden(Liars)));

        double ErrorOf(IReadOnlyList<PeerUpdate> updates)
        {
            rule.Merge(updates, merged);
            return some.ErrorOf(merged);
        }
    }

    private static Func<IReadOnlyList<PeerUpdate>, float[]>? NaiveOf(IMergeRule rule) => rule switch
    {
        CoordinateMedian => NaiveCoordinates.Median,
        TrimmedMean => updates => NaiveCoordinates.TrimmedMean(updates, updates.Count / 4),
        CenteredClip => updates => NaiveCenteredClip.Of(updates, CenteredClip.UsualSteps),
        _ => null,
    };

    private double MillisecondsOf(Action act)
    {
        var began = time.GetTimestamp();
        act();
        return time.GetElapsedTime(began).TotalMilliseconds;
    }
}
