using System.Globalization;
using BlockAssist.Cli.Swarm;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlockAssist.Cli.Commands.Nodes;

/// <summary>What a node does, and what came of it, for people.</summary>
internal static class NodeTables
{
    /// <summary>The table.</summary>
    public static IRenderable Of(NodeReport report)
    {
        if (report.Status is not { } status)
        {
            return new Text("This node never took part in a swarm: blockassist node run.");
        }

        var lines = new List<IRenderable>
        {
            new Text($"{(report.Running ? "Running" : "Not running")}, in the swarm {status.Network}: {status.Doing}"),
        };
        if (status.Trouble is { } trouble)
        {
            lines.Add(new Text($"Trouble: {trouble}"));
        }

        if (status.Lease is { } lease)
        {
            lines.Add(new Text(string.Create(CultureInfo.InvariantCulture, $"Lease: {lease.Done} of {lease.Segments} segments, until {lease.Until:HH:mm:ss} UTC")));
        }

        lines.Add(new Text(string.Create(CultureInfo.InvariantCulture, $"Segments of others trained again: {status.Replays}; clips of others that came: {status.Clips}")));
        lines.AddRange(report.LastReplay is { } last ? [new Text(Sentence(last))] : (Text[])[]);
        lines.AddRange(report.Credit is { } earned ? CreditWords.Of(earned).Select(line => new Text(line)) : []);
        var table = new Table().Border(TableBorder.Simple).AddColumns("round", "own work", "credited", "peers", "model");
        foreach (var credit in status.Credits)
        {
            var model = status.Models.FirstOrDefault(one => one.Round == credit.Round)?.Hash[..12] ?? (credit.Promoted ? "a new one" : "stays");
            table.AddRow($"{credit.Round}", credit.Reason, credit.Amount.ToString("F1", CultureInfo.InvariantCulture), $"{credit.Peers}", model);
        }

        if (status.Credits.Count > 0)
        {
            lines.Add(table);
        }

        return new Rows(lines);
    }

    private static string Sentence(ReplayReport last)
    {
        var took = last.Seconds is { } seconds ? FormattableString.Invariant($", took {seconds:F1} s") : last.AnsweredAfter is { } after ? FormattableString.Invariant($", answered after {after:F1} s") : "";
        return FormattableString.Invariant($"Last trained again: segment {last.Segment} of {last.Trainer} in round {last.Round} by {(last.IsOwnReplay ? "this node" : last.Verifier)}: {last.Word}{took}, at {last.At:HH:mm:ss} UTC");
    }
}
