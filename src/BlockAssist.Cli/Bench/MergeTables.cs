using System.Globalization;
using Spectre.Console;

namespace BlockAssist.Cli.Bench;

/// <summary>What <c>bench merge</c> found, for people.</summary>
internal static class MergeTables
{
    /// <summary>Rules as a table, and in a line what was merged.</summary>
    public static Rows Of(MergeReport report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("rule", "ms", "naively, times", "off: nobody lies", "some say the opposite", "… a thousandfold", "… hidden in the spread");
        foreach (var rule in report.Rules)
        {
            table.AddRow(
                rule.Rule,
                Number(rule.Milliseconds),
                rule.TimesNaive is { } ratio ? Number(ratio) : "",
                Number(rule.Honest),
                Number(rule.WithLiars),
                Number(rule.WithImmense),
                Number(rule.WithHidden));
        }

        return new Rows(table, new Text(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Peers} peers, {report.Weights:N0} weights; {report.Liars} lie where some do. Off: the distance from what all learnt but for noise, as a share of it; each peer's own noise is 1")));
    }

    private static string Number(double number) => number.ToString(number < 10 ? "F2" : "N0", CultureInfo.InvariantCulture);
}
