namespace BlockAssist.Net.Gates;

/// <summary>Decides with as few pairs of games as possible whether a candidate plays better: a sequential probability ratio test of the mean difference.</summary>
/// <remarks>
/// Wald 1945, "Sequential Tests of Statistical Hypotheses", in the form for an unknown spread that engine testers use (the generalised
/// test of fishtest, which approximates the logarithm of the likelihood ratio by n·(μ₁ − μ₀)·(x̄ − (μ₀ + μ₁)/2) / σ̂²). Pairs are played
/// with the same goal and seed, so that what makes a goal hard falls out.
/// </remarks>
/// <param name="options">What it asks for.</param>
public sealed class SequentialTest(SequentialOptions options)
{
    // Where all differences so far are the same, nobody knows their spread; they were measured to some thousandth.
    private const double LeastDeviation = 1e-3;

    private readonly List<double> _curve = [];
    private double _sum;
    private double _squares;

    /// <summary>How many pairs were played.</summary>
    public int Pairs { get; private set; }

    /// <summary>What has come of it.</summary>
    public GateVerdict Verdict { get; private set; }

    /// <summary>The mean difference so far.</summary>
    public double Mean => Pairs == 0 ? 0 : _sum / Pairs;

    /// <summary>The logarithm of the likelihood ratio after each pair.</summary>
    public IReadOnlyList<double> Curve => _curve;

    /// <summary>Takes in a pair; after the verdict nothing changes any more.</summary>
    /// <param name="difference">How much better the candidate did than the one that plays.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is no number.</exception>
    public GateVerdict Add(double difference)
    {
        if (!double.IsFinite(difference))
        {
            throw new ArgumentOutOfRangeException(nameof(difference), difference, "expected a number");
        }

        if (Verdict != GateVerdict.Undecided)
        {
            return Verdict;
        }

        Pairs++;
        _sum += difference;
        _squares += difference * difference;
        _curve.Add(Ratio());
        return Verdict = Decide(_curve[^1]);
    }

    private double Ratio()
    {
        var variance = Math.Max(((_squares / Pairs) - (Mean * Mean)) * Pairs / Math.Max(1, Pairs - 1), LeastDeviation * LeastDeviation);
        return Pairs * (options.Worth - options.NotWorth) * (Mean - ((options.NotWorth + options.Worth) / 2)) / variance;
    }

    private GateVerdict Decide(double ratio) =>
        Pairs < options.FewestPairs ? GateVerdict.Undecided
        : ratio >= options.Upper ? GateVerdict.Better
        : ratio <= options.Lower || Pairs >= options.MostPairs ? GateVerdict.NotBetter
        : GateVerdict.Undecided;
}
