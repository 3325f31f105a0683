namespace BlockAssist.Simulation.Measuring;

/// <summary>How far two words are apart.</summary>
public static class EditDistance
{
    private const int MostOnStack = 128;

    /// <summary>How many letters have to be added, taken away or changed to get from one to the other: Levenshtein's distance, one row at a time.</summary>
    public static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var row = other.Length < MostOnStack ? stackalloc int[other.Length + 1] : new int[other.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var change = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
