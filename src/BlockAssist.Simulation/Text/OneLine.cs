using System.Text;

namespace BlockAssist.Simulation.Text;

/// <summary>Text out of a file, made fit for a name, a report or an error: one line, and not for ever.</summary>
internal static class OneLine
{
    /// <summary>How much of a reason is told; it may quote the file.</summary>
    public const int MaxReasonLength = 400;

    private const int MaxNameLength = 100;

    /// <summary>The text without control letters, cut off where it becomes too long.</summary>
    public static string Of(string text, int maxLength = MaxNameLength)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Where(rune => !Rune.IsControl(rune)).Take(maxLength))
        {
            line.Append(rune.ToString());
        }

        return line.ToString().Trim();
    }
}
