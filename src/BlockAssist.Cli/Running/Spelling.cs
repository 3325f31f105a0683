using BlockAssist.Simulation.Measuring;

namespace BlockAssist.Cli.Running;

/// <summary>What somebody probably meant who wrote something that there is not.</summary>
internal static class Spelling
{
    // Further away, a suggestion confuses more than it helps.
    private const int MostEdits = 3;

    /// <summary>The name that is nearest to a word; null if none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> names) => names
        .Select(name => (Name: name, Edits: EditDistance.Between(word, name)))
        .Where(candidate => candidate.Edits <= MostEdits && candidate.Edits < candidate.Name.Length)
        .OrderBy(candidate => candidate.Edits)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();
}
