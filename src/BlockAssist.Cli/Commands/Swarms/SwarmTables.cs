using BlockAssist.Cli.Swarm;
using Spectre.Console;

namespace BlockAssist.Cli.Commands.Swarms;

/// <summary>Where a swarm is, for people who keep an eye on it.</summary>
internal static class SwarmTables
{
    private const int ShortHash = 12;

    /// <summary>The table.</summary>
    public static Table Of(SwarmReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(new TableColumn("swarm").NoWrap(), new TableColumn(new Text(report.Network)));
        AddRow("hub", report.Coordinates ? $"this node; others join by {report.Hub}" : report.Hub);
        AddRow("round", $"{report.Round}");
        AddRow("stage", report.Stage);
        AddRow("model", report.Model?[..ShortHash]);
        AddRow("trouble", report.Trouble);
        return table;

        void AddRow(string what, string? how)
        {
            if (!string.IsNullOrEmpty(how))
            {
                table.AddRow(new Text(what), new Text(how));
            }
        }
    }
}
