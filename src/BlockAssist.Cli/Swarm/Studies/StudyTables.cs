using System.Globalization;
using Spectre.Console;

namespace BlockAssist.Cli.Swarm.Studies;

/// <summary>What a study found, for people.</summary>
internal static class StudyTables
{
    /// <summary>The question, its tables, what was shown, and how long it took.</summary>
    public static Rows Of(StudyAnswer answer) => new(
    [
        new Text(answer.Question),
        .. answer.Tables.Select(Of),
        .. answer.Checks.Select(check => new Text(Sentence(check))),
        new Text(Times(answer)),
    ]);

    private static Table Of(StudyTable figures)
    {
        var table = new Table().Border(TableBorder.Simple).Title(figures.Title.EscapeMarkup());
        foreach (var column in figures.Columns)
        {
            table.AddColumn(column.EscapeMarkup());
        }

        foreach (var row in figures.Rows)
        {
            table.AddRow([.. row.Select(cell => cell.EscapeMarkup())]);
        }

        return table;
    }

    private static string Sentence(StudyCheck check) => string.Create(
        CultureInfo.InvariantCulture, $"{(check.IsMet ? "shown" : "NOT shown")}: {check.What} ({check.Value:0.####}; limit {check.Limit:0.####})");

    private static string Times(StudyAnswer answer) => string.Create(
        CultureInfo.InvariantCulture,
        $"Seeds {string.Join(", ", answer.Seeds)}{(answer.Quick ? "; quick: fewer than figures need" : "")}. {answer.WallSeconds:N0} s on the clock, {answer.CpuSeconds:N0} s of processors' time{Virtual(answer)}");

    private static string Virtual(StudyAnswer answer) =>
        answer.VirtualSeconds > 0 ? string.Create(CultureInfo.InvariantCulture, $", {answer.VirtualSeconds / 3600:N1} h of virtual time") : "";
}
