using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Policies;

/// <summary>A distribution over a few numbers, made of scores and a mask. Borrowed memory.</summary>
internal readonly ref struct MaskedChoice
{
    private readonly Span<float> _scores;
    private readonly ReadOnlySpan<byte> _mask;
    private readonly float _largest;
    private readonly double _sum;

    /// <summary>Normalises scores.</summary>
    /// <param name="scores">Logarithms of probabilities, up to a number that all have in common.</param>
    /// <param name="mask">Which are possible: one at least.</param>
    public MaskedChoice(Span<float> scores, ReadOnlySpan<byte> mask)
    {
        _scores = scores;
        _mask = mask;
        _largest = float.NegativeInfinity;
        for (var i = 0; i < scores.Length; i++)
        {
            _largest = mask[i] != 0 ? MathF.Max(_largest, scores[i]) : _largest;
        }

        for (var i = 0; i < scores.Length; i++)
        {
            _sum += Weight(i);
        }
    }

    /// <summary>The logarithm of the probability of a number; −∞ if it is not possible.</summary>
    public double LogOf(int number) => _mask[number] == 0 ? double.NegativeInfinity : _scores[number] - _largest - Math.Log(_sum);

    /// <summary>The likeliest number; the first of several.</summary>
    public int Likeliest()
    {
        var best = _mask.IndexOf((byte)1);
        for (var i = best + 1; i < _scores.Length; i++)
        {
            best = _mask[i] != 0 && _scores[i] > _scores[best] ? i : best;
        }

        return best;
    }

    /// <summary>Draws a number.</summary>
    public int Draw(SeededRandom random)
    {
        var left = random.NextDouble() * _sum;
        for (var i = 0; i < _scores.Length; i++)
        {
            left -= Weight(i);
            if (left < 0 && _mask[i] != 0)
            {
                return i;
            }
        }

        // Only what was lost in rounding is left.
        return _mask.LastIndexOf((byte)1);
    }

    private double Weight(int number) => _mask[number] == 0 ? 0 : Math.Exp(_scores[number] - _largest);
}
