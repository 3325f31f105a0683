using System.Globalization;
using Spectre.Console;

namespace BlockAssist.Cli.Play;

/// <summary>Sessions, for people.</summary>
internal static class SessionTables
{
    /// <summary>A row a session.</summary>
    public static Table Of(SessionsReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("goal", "built", "steps", "edits", "of at least", "time", "recorded in");
        foreach (var session in report.Sessions)
        {
            table.AddRow(
                Markup.Escape(session.Goal),
                session.GoalShare.ToString("P1", CultureInfo.InvariantCulture),
                $"{session.Steps}",
                $"{session.Edits}",
                $"{session.FewestEdits}",
                TimeSpan.FromSeconds(session.Seconds).ToString(@"mm\:ss", CultureInfo.InvariantCulture),
                Markup.Escape(session.File));
        }

        return table;
    }
}
