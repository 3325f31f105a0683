using System.Globalization;
using BlockAssist.Learner.Verification;
using Spectre.Console;

namespace BlockAssist.Cli.Commands.Train;

/// <summary>What <c>train calibrate</c> found, for people.</summary>
internal static class CalibrationTables
{
    /// <summary>Cheats, then what is tolerated and how many of them are told.</summary>
    public static Rows Of(CalibrationReport report) => new(Cheats(report), Tolerances(report));

    private static Table Cheats(CalibrationReport report)
    {
        int[] lengths = [.. report.Cheats.Select(cheat => cheat.Steps).Distinct()];
        var table = new Table().Border(TableBorder.Simple).AddColumns("cheat", "from step");
        foreach (var length in lengths)
        {
            table.AddColumn($"{length} steps");
        }

        foreach (var rows in report.Cheats.GroupBy(cheat => (cheat.Cheat, cheat.State)))
        {
            table.AddRow([rows.Key.Cheat, $"{rows.Key.State}", .. rows.OrderBy(cheat => cheat.Steps).Select(cheat => Number(cheat.Difference))]);
        }

        return table;
    }

    private static Table Tolerances(CalibrationReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("class", "against", "steps", "honest drift", "tolerance", "cheats told");
        foreach (var pair in report.Tolerances.Where(pair => pair.Cheats > 0))
        {
            var told = string.Create(CultureInfo.InvariantCulture, $"{pair.Detected} of {pair.Cheats}");
            table.AddRow(pair.One, pair.Other, $"{pair.Steps}", Number(pair.Drift), Number(pair.Tolerance), told);
        }

        return table;
    }

    private static string Number(double number) => number == 0 ? "0" : number.ToString("0.0e-0", CultureInfo.InvariantCulture);
}
