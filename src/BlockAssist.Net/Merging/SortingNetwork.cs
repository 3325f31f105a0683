namespace BlockAssist.Net.Merging;

/// <summary>Which pairs to compare so that any row of so many numbers comes to be in order: the odd-even merge sort (Batcher, "Sorting networks and their applications", 1968).</summary>
/// <remarks>The pairs do not depend on the numbers, so sixteen rows are sorted at once with vectors.</remarks>
internal static class SortingNetwork
{
    /// <summary>The pairs, in order; after each the smaller number is at the first place.</summary>
    public static (int Low, int High)[] Of(int count)
    {
        var pairs = new List<(int, int)>();
        for (var run = 1; run < count; run *= 2)
        {
            for (var reach = run; reach >= 1; reach /= 2)
            {
                for (var first = reach % run; first + reach < count; first += 2 * reach)
                {
                    for (var i = first; i < Math.Min(first + reach, count - reach); i++)
                    {
                        if (i / (2 * run) == (i + reach) / (2 * run))
                        {
                            pairs.Add((i, i + reach));
                        }
                    }
                }
            }
        }

        return [.. pairs];
    }
}
