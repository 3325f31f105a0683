namespace BlockAssist.Cli.Running;

/// <summary>What somebody probably meant who wrote something that there is not.</summary>
internal static class Spelling
{
    // Further away, a suggestion confuses more than it helps.
    private const int MostEdits = 3;

    /// <summary>The name that is nearest to a word; null if none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> names) => names
        .Select(name => (Name: name, Edits: EditsBetween(word, name)))
        .Where(candidate => candidate.Edits <= MostEdits && candidate.Edits < candidate.Name.Length)
        .OrderBy(candidate => candidate.Edits)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    // Levenshtein's distance, one row at a time.
    private static int EditsBetween(string word, string name)
    {
        var row = Enumerable.Range(0, name.Length + 1).ToArray();
        for (var i = 1; i <= word.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= name.Length; j++)
            {
                var change = diagonal + (word[i - 1] == name[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }

        return row[^1];
    }
}
