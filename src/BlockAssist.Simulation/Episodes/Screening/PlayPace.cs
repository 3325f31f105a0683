namespace BlockAssist.Simulation.Episodes.Screening;

/// <summary>Whether somebody acts like a machine: without ever resting, or faster than hands do.</summary>
/// <remarks>
/// Tells scripts and policies that act whenever they may from people, who look, think and walk away. Who makes a machine pause like a person is not
/// found: the rules are for play that nobody took the trouble to disguise.
/// </remarks>
public static class PlayPace
{
    private const int FewestActs = 100;
    private const int Rest = 6;
    private const long FastestMilliseconds = 60;

    /// <summary>Why it is no person's; null if it may be one's.</summary>
    /// <param name="acts">When the builder acted, in milliseconds, in order.</param>
    public static string? Complaint(IReadOnlyList<long> acts)
    {
        ArgumentNullException.ThrowIfNull(acts);
        if (acts.Count < FewestActs)
        {
            return null;
        }

        long[] gaps = [.. acts.Skip(1).Zip(acts, (later, earlier) => later - earlier).Order()];
        var usual = gaps[gaps.Length / 2];
        return usual < FastestMilliseconds ? $"half of its {acts.Count} acts follow within {usual} ms"
            : gaps[^1] < Rest * usual ? $"in {acts.Count} acts it never rests: {gaps[^1]} ms at most, {usual} ms usually"
            : null;
    }
}
