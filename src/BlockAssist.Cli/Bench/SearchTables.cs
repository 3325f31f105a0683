using System.Globalization;
using BlockAssist.Learner.Beliefs.Search.Bench;
using BlockAssist.Simulation.Measuring;
using Spectre.Console;

namespace BlockAssist.Cli.Bench;

/// <summary>What <c>bench search</c> found, for people.</summary>
internal static class SearchTables
{
    /// <summary>Searches as a table, and in a line what was run.</summary>
    public static Rows Of(SearchFigures figures)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("decision", "ms: median", "ms: 99th percentile", "simulations/s", "times the naive");
        Add("ours", figures.SearchMilliseconds, figures.SimulationsPerSecond, Number(figures.Ratio, "F1"));
        Add("the same, naively", figures.NaiveMilliseconds, figures.NaiveSimulationsPerSecond, "");
        Add("the network, once a decision", figures.NetworkMilliseconds, null, "");
        table.AddRow("ours with the network", Number(figures.SearchMilliseconds.P50 + figures.NetworkMilliseconds.P50, "F2"), "", Number(figures.SimulationsPerSecondWithNetwork, "N0"), "");
        table.AddRow($"… {figures.Threads} threads together", "", "", Number(figures.ThreadsSimulationsPerSecond, "N0"), "");
        return new Rows(table, new Text(string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.Simulations:N0} simulations a decision among {figures.Edits} edits; a search allocates {figures.AllocatedBytes:N0} bytes")));

        void Add(string name, Percentiles time, double? speed, string ratio) =>
            table.AddRow(name, Number(time.P50, "F2"), Number(time.P99, "F2"), speed is { } known ? Number(known, "N0") : "", ratio);
    }

    private static string Number(double number, string form) => number.ToString(form, CultureInfo.InvariantCulture);
}
