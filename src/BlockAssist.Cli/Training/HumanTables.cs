using System.Globalization;
using BlockAssist.Learner.Evaluation;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlockAssist.Cli.Training;

/// <summary>What is measured of human models, for people.</summary>
internal static class HumanTables
{
    /// <summary>How well people are foreseen: all of them, then one by one.</summary>
    public static IRenderable Of(HumanReport report)
    {
        var table = Empty("who", "model");
        foreach (var model in report.Models)
        {
            AddRow(table, "all", model);
        }

        foreach (var participant in report.Participants)
        {
            AddRow(table, participant.Participant, participant.Models[0]);
        }

        return table;
    }

    /// <summary>How well a model builds.</summary>
    public static IRenderable Of(PlayReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("measure", "mean", "95 % of such means");
        Add("goal %", report.GoalShare, 100);
        Add("complete, %", report.Complete, 100);
        Add("placements and breaks", report.Edits, 1);
        Add("… for each cell to change", report.EditsPerCell, 1);
        Add("right placements, %", report.PlaceAccuracy, 100);
        return new Rows(table, new Text($"{report.Episodes.Count} episodes of at most {report.Horizon} steps"));

        void Add(string name, Estimate? estimate, double scale)
        {
            if (estimate is not null)
            {
                table.AddRow(name, Number(estimate.Mean * scale), $"{Number(estimate.Low * scale)} – {Number(estimate.High * scale)}");
            }
        }
    }

    private static Table Empty(params string[] first) => new Table().Border(TableBorder.Simple).AddColumns(
        [.. first, "turns", "nats", "accuracy", "chosen turns", "nats", "accuracy", "no no-op", "nats", "accuracy"]);

    private static void AddRow(Table table, string who, ModelScore model) => table.AddRow(
        [who, model.Name, .. Cells(model.Report.All), .. Cells(model.Report.Chosen), .. Cells(model.Report.Acting)]);

    private static string[] Cells(ImitationScore score) =>
        [$"{score.Turns}", Number(score.CrossEntropy), score.Accuracy.ToString("P1", CultureInfo.InvariantCulture)];

    private static string Number(double number) => double.IsFinite(number) ? number.ToString("0.00", CultureInfo.InvariantCulture) : "∞";
}
