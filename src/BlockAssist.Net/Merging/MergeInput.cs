namespace BlockAssist.Net.Merging;

/// <summary>What every rule asks of what it is given.</summary>
internal static class MergeInput
{
    /// <summary>Checks updates.</summary>
    /// <returns>The sum of their weights.</returns>
    /// <exception cref="ArgumentException">There is none, one is too long or too short, or no weight is above 0.</exception>
    public static double Check(IReadOnlyList<PeerUpdate> updates, ReadOnlySpan<float> merged)
    {
        ArgumentNullException.ThrowIfNull(updates);
        var total = 0.0;
        foreach (var update in updates)
        {
            ArgumentOutOfRangeException.ThrowIfNotEqual(update.Change.Length, merged.Length, nameof(updates));
            ArgumentOutOfRangeException.ThrowIfNegative(update.Weight, nameof(updates));
            total += update.Weight;
        }

        return total > 0 && double.IsFinite(total)
            ? total
            : throw new ArgumentException($"the weights of {updates.Count} updates sum to {total}, expected more than 0", nameof(updates));
    }
}
