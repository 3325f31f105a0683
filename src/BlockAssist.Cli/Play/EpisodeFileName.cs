namespace BlockAssist.Cli.Play;

/// <summary>Makes file names of what goals are called; the name may come out of a stranger's file.</summary>
internal static class EpisodeFileName
{
    private const int Longest = 64;

    /// <summary>The goal's name with everything but letters, digits, dots and dashes replaced.</summary>
    public static string Of(string goal)
    {
        var name = string.Concat(goal.Take(Longest).Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' ? letter : '-')).Trim('.');
        return name.Length > 0 ? name : "goal";
    }
}
