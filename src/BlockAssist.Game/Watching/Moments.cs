namespace BlockAssist.Game.Watching;

/// <summary>Finds moments in a row of times that never fall.</summary>
internal static class Moments
{
    /// <summary>The first moment after a time; the number of all if there is none.</summary>
    public static int After(List<long> times, double time)
    {
        var (low, high) = (0, times.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle] <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
