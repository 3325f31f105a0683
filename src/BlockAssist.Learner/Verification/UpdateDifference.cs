namespace BlockAssist.Learner.Verification;

/// <summary>How far two updates are from each other.</summary>
public static class UpdateDifference
{
    /// <summary>|claimed − replayed| / |replayed|, lengths in the sense of Euclid.</summary>
    /// <returns>0 for two that are equal; infinite if only the replayed one is nothing.</returns>
    public static double Of(ReadOnlySpan<float> claimed, ReadOnlySpan<float> replayed)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(claimed.Length, replayed.Length);
        var (apart, length) = (0.0, 0.0);
        for (var i = 0; i < claimed.Length; i++)
        {
            var (one, difference) = ((double)replayed[i], (double)claimed[i] - replayed[i]);
            apart += difference * difference;
            length += one * one;
        }

        return apart == 0 ? 0 : Math.Sqrt(apart / length);
    }
}
