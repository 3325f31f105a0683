namespace BlockAssist.Net.Identities;

/// <summary>The 2048 English words of BIP-39, in its order.</summary>
internal static class RecoveryWords
{
    /// <summary>How many there are: 11 bits each.</summary>
    public const int Count = 2048;

    private static readonly string[] Words = Read();

    /// <summary>The word of a number below <see cref="Count"/>.</summary>
    public static string Word(int number) => Words[number];

    /// <summary>The number of a word in small letters; negative if it is not on the list.</summary>
    public static int Number(string word) => Array.BinarySearch(Words, word, StringComparer.Ordinal);

    /// <summary>The listed word that takes the fewest changes of letters to get from the given one; of several the first.</summary>
    public static string Nearest(string word) => Words.MinBy(listed => EditsBetween(word, listed))!;

    private static string[] Read()
    {
        using var stream = typeof(RecoveryWords).Assembly.GetManifestResourceStream("bip39-english.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    // Levenshtein's distance, one row at a time.
    private static int EditsBetween(string word, string listed)
    {
        Span<int> row = stackalloc int[listed.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= word.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.Length; j++)
            {
                var change = diagonal + (word[i - 1] == listed[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
