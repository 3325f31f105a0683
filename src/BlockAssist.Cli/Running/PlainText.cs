namespace BlockAssist.Cli.Running;

/// <summary>Text for a terminal in which what others wrote may stand: names of files, answers of servers.</summary>
internal static class PlainText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text without what moves a cursor, rings a bell or sets colours; lines and tabs stay.</summary>
    public static string Of(string text) => text.Any(IsCommand) ? string.Concat(text.Select(letter => IsCommand(letter) ? Replacement : letter)) : text;

    private static bool IsCommand(char letter) => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t');
}
