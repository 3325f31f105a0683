using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Policies;

/// <summary>How one person's kinds of action differ from those that a model expects of people, learnt turn by turn.</summary>
/// <remarks>
/// Biases of the kinds' scores: in general, after the last kind, after the last two. After each turn they follow the gradient of
/// the likelihood of what was done, as in "Dynamic Evaluation of Neural Sequence Models" (Krause et al., 2018), but the network
/// stays as it is. Allocates nothing. Belongs to one thread.
/// </remarks>
public sealed class Habits
{
    private const int Kinds = ViewShape.Types;
    private const double RateInGeneral = 0.03;
    private const double RateAfter = 0.1;

    private readonly double[] _general = new double[Kinds];
    private readonly double[] _afterOne = new double[Kinds * Kinds];
    private readonly double[] _afterTwo = new double[Kinds * Kinds * Kinds];
    private int _last;
    private int _before;

    /// <summary>Forgets the person.</summary>
    public void Reset()
    {
        Array.Clear(_general);
        Array.Clear(_afterOne);
        Array.Clear(_afterTwo);
        (_last, _before) = (0, 0);
    }

    /// <summary>Adjusts what a model expects next.</summary>
    /// <param name="kinds">The logarithms of the probabilities of the kinds of action, normalised before and after.</param>
    public void Adjust(Span<float> kinds)
    {
        var afterOne = AfterOne;
        var afterTwo = AfterTwo;
        var largest = double.NegativeInfinity;
        for (var kind = 0; kind < Kinds; kind++)
        {
            kinds[kind] += (float)(_general[kind] + afterOne[kind] + afterTwo[kind]);
            largest = Math.Max(largest, kinds[kind]);
        }

        var sum = 0.0;
        for (var kind = 0; kind < Kinds; kind++)
        {
            sum += Math.Exp(kinds[kind] - largest);
        }

        var norm = (float)(largest + Math.Log(sum));
        for (var kind = 0; kind < Kinds; kind++)
        {
            kinds[kind] -= norm;
        }
    }

    /// <summary>Learns from what was done.</summary>
    /// <param name="adjusted">What <see cref="Adjust"/> said of that turn.</param>
    /// <param name="done">The kind of what was done.</param>
    public void Learn(ReadOnlySpan<float> adjusted, int done)
    {
        var afterOne = AfterOne;
        var afterTwo = AfterTwo;
        for (var kind = 0; kind < Kinds; kind++)
        {
            var slope = (kind == done ? 1 : 0) - Math.Exp(adjusted[kind]);
            _general[kind] += RateInGeneral * slope;
            afterOne[kind] += RateAfter * slope;
            afterTwo[kind] += RateAfter * slope;
        }
    }

    /// <summary>Remembers what was done, learnt from or not.</summary>
    public void Note(int done) => (_before, _last) = (_last, done);

    private Span<double> AfterOne => _afterOne.AsSpan(_last * Kinds, Kinds);

    private Span<double> AfterTwo => _afterTwo.AsSpan(((_before * Kinds) + _last) * Kinds, Kinds);
}
