using System.CommandLine;
using System.Globalization;
using BlockAssist.Cli.Running;
using Spectre.Console;

namespace BlockAssist.Cli.Commands.Demos;

/// <summary><c>blockassist demos show</c>: one episode in detail.</summary>
internal static class DemosShowCommand
{
    /// <summary>Makes the verb.</summary>
    public static Verb Create()
    {
        var file = new Argument<string>("file") { Description = "An episode file." };
        var verb = new Verb(
            "show",
            "One recorded episode: who, what, how long, which actions, and what is wrong with the file if anything is.",
            new Example("blockassist demos show episodes/house-7.bae", "an episode")) { file };
        verb.Runs((parsed, context, _) =>
        {
            context.Output.Result(DemoReport.Of(parsed.GetRequiredValue(file)), DemoJson.Default.DemoReport, Table);
            return ExitCode.Done;
        });
        return verb;
    }

    private static Table Table(DemoReport demo)
    {
        var table = new Table().Border(TableBorder.Simple).HideHeaders().AddColumns("what", "value");
        table.AddRow("goal", Markup.Escape(demo.Goal));
        table.AddRow("site", string.Join('×', demo.Size));
        table.AddRow("steps", $"{demo.Steps}");
        table.AddRow("time", string.Create(CultureInfo.InvariantCulture, $"{demo.Seconds:F1} s"));
        table.AddRow("built", demo.GoalShare.ToString("P1", CultureInfo.InvariantCulture));
        table.AddRow("end", demo.End ?? (demo.Damage is null ? "cut off: there is no end record" : "not reached: the file is damaged"));
        table.AddRow("poses", $"{demo.Poses}");
        table.AddRow("corrections", $"{demo.Corrections}");
        for (var builder = 0; builder < demo.Builders.Count; builder++)
        {
            table.AddRow(Markup.Escape(demo.Builders[builder]), Counts(demo.Rows[builder]));
        }

        if (demo.Feedback.Count > 0)
        {
            table.AddRow("feedback", Counts(demo.Feedback));
        }

        foreach (var (name, value) in demo.Properties)
        {
            table.AddRow(Markup.Escape(name), Markup.Escape(value));
        }

        if (demo.Damage is not null)
        {
            table.AddRow("damage", Markup.Escape(demo.Damage));
        }

        return table;
    }

    private static string Counts(IReadOnlyDictionary<string, int> counts) =>
        string.Join(", ", counts.OrderByDescending(kind => kind.Value).Select(kind => $"{kind.Value} {kind.Key}"));
}
