namespace BlockAssist.Learner.Evaluation.Beliefs;

/// <summary>How often what was said to be so likely was so.</summary>
/// <remarks>The expected calibration error of Naeini et al. (2015): the mean distance of said and true, over ten bins of what was said.</remarks>
internal sealed class Reliability
{
    private const int Bins = 10;

    private readonly long[] _counts = new long[Bins];
    private readonly long[] _right = new long[Bins];
    private readonly double[] _said = new double[Bins];

    /// <summary>How much was said.</summary>
    public long Count => _counts.Sum();

    /// <summary>Takes in what was said of one thing.</summary>
    /// <param name="said">How likely it was said to be.</param>
    /// <param name="isRight">Whether it was so.</param>
    public void Add(float said, bool isRight)
    {
        var bin = Math.Clamp((int)(said * Bins), 0, Bins - 1);
        _counts[bin]++;
        _right[bin] += isRight ? 1 : 0;
        _said[bin] += said;
    }

    /// <summary>Takes in what another counted.</summary>
    public void Add(Reliability other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var bin = 0; bin < Bins; bin++)
        {
            _counts[bin] += other._counts[bin];
            _right[bin] += other._right[bin];
            _said[bin] += other._said[bin];
        }
    }

    /// <summary>The expected calibration error, 0 to 1; null if nothing was said.</summary>
    public double? Error() => Count == 0
        ? null
        : Enumerable.Range(0, Bins).Sum(bin => Math.Abs(_said[bin] - _right[bin])) / Count;
}
