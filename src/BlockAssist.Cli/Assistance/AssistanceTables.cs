using System.Globalization;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Evaluation.Assistance;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlockAssist.Cli.Assistance;

/// <summary>What helpers are worth, for people: a column for each of them.</summary>
internal static class AssistanceTables
{
    private const string None = "–";

    /// <summary>The table.</summary>
    public static IRenderable Of(AssistanceReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(["", .. report.Helpers.Select(row => row.Helper)]);
        Add("goal, %", row => Percent(row.GoalShare));
        Add("… more than alone, points", row => Percent(row.Effect?.GoalShare));
        Add("complete, %", row => Percent(row.Complete));
        Add("the human's placements and breaks", row => Number(row.HumanEdits));
        Add("… more than alone", row => Number(row.Effect?.HumanEdits));
        Add("… fewer than alone, %", row => Percent(row.Effect?.FewerHumanEdits));
        Add("the helper's placements and breaks", row => Number(row.Work?.Edits));
        Add("the helper's share of progress, %", row => Percent(row.Work?.ProgressShare));
        Add("goal reached by the helper, %", row => Percent(row.Work?.GoalShare));
        Add("harm: undone later, %", row => Percent(row.Work?.Undone));
        Add("… of those right by the goal, %", row => Percent(row.Work?.RightUndone));
        Add("wrong by the goal, %", row => Percent(row.Work?.Wrong));
        Add("decision, ms: median; 99th percentile", row => row.Work is { DecisionMilliseconds: var time } ? $"{Time(time.P50)}; {Time(time.P99)}" : None);
        Add("simulations a second", row => row.Work?.SimulationsASecond is { } quick ? quick.ToString("N0", CultureInfo.InvariantCulture) : None);
        var episodes = report.Helpers[0].Episodes.Count;
        return new Rows(table, new Text($"{episodes} episodes of at most {report.Horizon} steps, {report.Houses} houses; in brackets where 95 % of such means lie"));

        void Add(string name, Func<HelperReport, string> cell) => table.AddRow([name, .. report.Helpers.Select(cell)]);
    }

    private static string Percent(Estimate? estimate) => Number(estimate, 100);

    private static string Number(Estimate? estimate, double scale = 1) => estimate is null
        ? None
        : string.Create(CultureInfo.InvariantCulture, $"{estimate.Mean * scale:0.0} ({estimate.Low * scale:0.0}–{estimate.High * scale:0.0})");

    private static string Time(double milliseconds) => milliseconds.ToString("0.000", CultureInfo.InvariantCulture);
}
