using System.Globalization;
using BlockAssist.Learner.Inference.Bench;
using Spectre.Console;

namespace BlockAssist.Cli.Bench;

/// <summary>What <c>bench inference</c> found, for people.</summary>
internal static class InferenceTables
{
    private const string None = "";

    /// <summary>The figures as tables, and in a line what ran.</summary>
    public static Rows Of(InferenceFigures figures)
    {
        var summary = string.Create(
            CultureInfo.InvariantCulture, $"{figures.Network}, {figures.Threads} threads; {string.Join("; ", figures.Attempts)}");
        return figures.Formats.Count > 0
            ? new Rows(Latencies(figures), Batches(figures), Formats(figures), new Text(summary))
            : new Rows(Latencies(figures), Batches(figures), new Text(summary));
    }

    private static Table Latencies(InferenceFigures figures)
    {
        var table = Empty().AddColumns("one position", "p50 ms", "p99 ms", "torch p50", "torch p99", "times torch");
        foreach (var (name, latency) in (ReadOnlySpan<(string, LatencyFigures)>)[("idle", figures.Idle), ("other cores busy", figures.Busy)])
        {
            table.AddRow(
                name, Text(latency.Onnx.P50), Text(latency.Onnx.P99), Text(latency.Torch?.P50), Text(latency.Torch?.P99), Text(latency.Ratio));
        }

        return table;
    }

    private static Table Batches(InferenceFigures figures)
    {
        var table = Empty().AddColumns("batch", "positions/s", "torch", "times torch");
        foreach (var batch in figures.Batches)
        {
            table.AddRow($"{batch.Batch}", Text(batch.Onnx, "N0"), Text(batch.Torch, "N0"), Text(batch.Ratio));
        }

        return table;
    }

    private static Table Formats(InferenceFigures figures)
    {
        var table = Empty().AddColumns("format", "bytes", "p50 ms", "p99 ms", "positions/s", "largest error");
        foreach (var format in figures.Formats)
        {
            table.AddRow(
                $"{format.Format}", Text(format.Bytes, "N0"), Text(format.Latency.P50), Text(format.Latency.P99),
                Text(format.PositionsPerSecond, "N0"), Text(format.MaxError, "G2"));
        }

        return table;
    }

    private static Table Empty() => new Table().Border(TableBorder.Simple);

    private static string Text(double? number, string form = "F2") => number?.ToString(form, CultureInfo.InvariantCulture) ?? None;
}
