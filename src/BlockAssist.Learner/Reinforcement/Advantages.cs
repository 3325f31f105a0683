namespace BlockAssist.Learner.Reinforcement;

/// <summary>How much better than foreseen it was to do what was done, turn by turn.</summary>
/// <remarks>
/// Generalised advantage estimation (Schulman et al., "High-Dimensional Continuous Control Using Generalized Advantage
/// Estimation", 2016): δₜ = rₜ + γ·V(sₜ₊₁) − V(sₜ), Aₜ = δₜ + γλ·Aₜ₊₁; what the critic is to foresee is Aₜ + V(sₜ).
/// </remarks>
internal static class Advantages
{
    /// <summary>Estimates them for one stretch of turns.</summary>
    /// <param name="rewards">What came of each turn.</param>
    /// <param name="values">What the critic foresaw from each turn on.</param>
    /// <param name="after">What it foresees from the turn after the last on; 0 if nothing comes after it.</param>
    /// <param name="discount">γ.</param>
    /// <param name="trace">λ.</param>
    /// <param name="advantages">Where to.</param>
    public static void Estimate(ReadOnlySpan<float> rewards, ReadOnlySpan<float> values, float after, double discount, double trace, Span<float> advantages)
    {
        var (next, advantage) = ((double)after, 0.0);
        for (var turn = rewards.Length - 1; turn >= 0; turn--)
        {
            var surprise = rewards[turn] + (discount * next) - values[turn];
            advantage = surprise + (discount * trace * advantage);
            advantages[turn] = (float)advantage;
            next = values[turn];
        }
    }

    /// <summary>Makes numbers have the mean 0 and the standard deviation 1, those that do not count excepted.</summary>
    public static void Normalise(IReadOnlyList<float[]> advantages, IReadOnlyList<bool[]> counted)
    {
        var (count, sum, squares) = (0, 0.0, 0.0);
        for (var part = 0; part < advantages.Count; part++)
        {
            for (var i = 0; i < advantages[part].Length; i++)
            {
                var number = counted[part][i] ? advantages[part][i] : 0;
                (count, sum, squares) = (count + (counted[part][i] ? 1 : 0), sum + number, squares + ((double)number * number));
            }
        }

        var mean = sum / Math.Max(count, 1);
        var deviation = Math.Sqrt(Math.Max((squares / Math.Max(count, 1)) - (mean * mean), 0)) + 1e-8;
        foreach (var part in advantages)
        {
            for (var i = 0; i < part.Length; i++)
            {
                part[i] = (float)((part[i] - mean) / deviation);
            }
        }
    }
}
