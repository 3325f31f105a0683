using System.Reflection;

namespace BlockAssist.Simulation.Blueprints.Naming;

/// <summary>One of the tables of <c>assets/blocks</c>: a key and words on every line, with groups of words to expand.</summary>
/// <remarks>The tables are ours and travel inside the assembly; a mistake in one is a bug, not bad input.</remarks>
internal static class TableText
{
    /// <summary>The lines of a table: what stands before the tab, and the words after it with every group written out.</summary>
    public static IEnumerable<(string Key, IReadOnlyList<string> Words)> Read(string table)
    {
        var groups = new Dictionary<string, string[]>();
        foreach (var line in LinesOf(table))
        {
            if (line.Split(" = ") is [var group, var members])
            {
                groups.Add(group, members.Split(' '));
            }
            else
            {
                var tab = line.IndexOf('\t', StringComparison.Ordinal);
                yield return (line[..tab], [.. line[(tab + 1)..].Split(' ').SelectMany(word => Expand(word, groups))]);
            }
        }
    }

    private static IEnumerable<string> LinesOf(string table)
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var stream = assembly.GetManifestResourceStream($"blocks/{table}.tsv")
            ?? throw new InvalidOperationException($"The assembly holds no table {table}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<string> Expand(string word, Dictionary<string, string[]> groups)
    {
        var open = word.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
        {
            return [word];
        }

        var group = word[open..(word.IndexOf('}', StringComparison.Ordinal) + 1)];
        return groups[group].SelectMany(member => Expand(word.Replace(group, member, StringComparison.Ordinal), groups));
    }
}
