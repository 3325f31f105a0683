using System.Globalization;
using BlockAssist.Net.Simulations.Reports;
using Spectre.Console;

namespace BlockAssist.Cli.Swarm;

/// <summary>What <c>swarm simulate</c> found, for people.</summary>
internal static class SimulationTables
{
    /// <summary>Rounds, kinds and traffic as tables, and the rest in lines.</summary>
    public static Rows Of(SimulationReport report) => new(Rounds(report), Kinds(report), Traffic(report), new Text(Sentence(report)), new Text(Cost(report)));

    private static Table Rounds(SimulationReport report)
    {
        var table = New("round", "leases", "credited", "refuted", "slanderers", "gate", "closed (virtual)");
        foreach (var round in report.Rounds)
        {
            table.AddRow(
                $"{round.Round}",
                $"{round.Leases}",
                $"{round.Credited}",
                $"{round.Refuted}",
                $"{round.Slanderers}",
                round.Pairs == 0 ? "nothing merged" : Text($"{(round.Promoted ? "promoted" : "not better")}: {round.Mean:P1}, {round.Pairs} pairs"),
                $@"{round.Closed:d\.hh\:mm\:ss}");
        }

        return table;
    }

    private static Table Kinds(SimulationReport report)
    {
        var table = New("kind", "people", "identities", "credit", "steps trained", "steps replayed", "credit a step, × honest", "out", "rounds until out", "reasons");
        foreach (var kind in report.Kinds)
        {
            table.AddRow(
                KindWords.Of(kind.Kind),
                $"{kind.People}",
                $"{kind.Identities}",
                Text($"{kind.Credit:N0}"),
                Text($"{kind.Trained:N0}"),
                Text($"{kind.Replayed:N0}"),
                kind.AgainstHonest is { } rate ? Text($"{rate:0.000}") : "",
                $"{kind.Out}",
                kind.RoundsUntilOut is { } rounds ? Text($"{rounds:0.0}, at most {kind.MostRoundsUntilOut}") : "",
                string.Join(", ", kind.Reasons.Select(reason => Text($"{reason.Value:N0} {reason.Key}"))));
        }

        return table;
    }

    private static Table Traffic(SimulationReport report)
    {
        var table = New("sent", "up", "MB", "down", "MB");
        foreach (var kind in report.Traffic)
        {
            table.AddRow(kind.Kind, Text($"{kind.Up:N0}"), Megabytes(kind.BytesUp), Text($"{kind.Down:N0}"), Megabytes(kind.BytesDown));
        }

        return table;
    }

    private static string Sentence(SimulationReport report) => Text(
        $"{report.Handled:N0} envelopes, {report.Refused:N0} turned away; {report.Findings:N0} findings; verifying took {report.VerifyingShare:P1} of the steps that were trained; {(report.WronglyOut.Count == 0 ? "nobody honest was shut out" : $"{report.WronglyOut.Count} HONEST PEERS WERE SHUT OUT")}");

    private static string Cost(SimulationReport report) => Text(
        $"{report.VirtualTime.TotalHours:N1} h of virtual time; really {report.Cost!.Wall.TotalSeconds:N1} s, {report.Cost.Cpu.TotalSeconds:N1} s of processors' time, {report.Cost.HandledASecond:N0} envelopes a second, half told in {report.Cost.TellP50:N0} µs and 99 of 100 in {report.Cost.TellP99:N0} µs, {report.Cost.BytesAPeer / 1024:N0} KiB an identity");

    private static Table New(params string[] columns) => new Table().Border(TableBorder.Simple).AddColumns(columns);

    private static string Megabytes(long bytes) => bytes == 0 ? "" : Text($"{bytes / 1e6:N1}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
