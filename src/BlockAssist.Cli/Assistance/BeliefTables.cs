using System.Globalization;
using BlockAssist.Learner.Evaluation;
using BlockAssist.Learner.Evaluation.Beliefs;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlockAssist.Cli.Assistance;

/// <summary>How well a model infers goals, for people: a row for each share of the goal that stands.</summary>
internal static class BeliefTables
{
    private const string None = "–";

    /// <summary>The table.</summary>
    public static IRenderable Of(BeliefReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(
            ["stands, %", "moments", "nats a site", "base rate", "calibration error", "… of placements", "missing", .. BeliefReport.Bounds.Select(bound => Text($"surer than {bound:0.##}: right; of what is missing, %"))]);
        foreach (var part in report.ByShare)
        {
            table.AddRow(
            [
                Text($"{100 * part.From:0}–{100 * part.To:0}"),
                Text($"{part.Moments}"),
                Number(part.NatsASite, "0.0"),
                Number(part.BaseNatsASite, "0.0"),
                Number(part.CalibrationError, "0.0000"),
                Number(part.PlacementCalibrationError, "0.000"),
                Number(part.Missing, "0"),
                .. part.Sure.Select(sure => $"{Number(100 * sure.Precision, "0")}; {Number(100 * sure.Coverage, "0")}"),
            ]);
        }

        return new Rows(table, new Text(
            Text($"{report.Episodes} episodes: {Interval(report.Nats)} nats a moment, by the base rate {Interval(report.BaseNats)}, better by {Interval(report.Gain)}; in brackets where 95 % of such means lie")));
    }

    private static string Interval(Estimate estimate) => Text($"{estimate.Mean:0.0} ({estimate.Low:0.0}–{estimate.High:0.0})");

    private static string Number(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? None;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
