using System.Globalization;
using BlockAssist.Net.Simulations;

namespace BlockAssist.Cli.Swarm.Studies.Simulated;

/// <summary>A round of a hundred, a thousand and ten thousand peers, on this machine.</summary>
internal sealed class LoadStudy : IStudy
{
    // Everybody hears what came of a round, which is a line for everybody with a lease: some of it grows with both.
    private const double MostTimes = 5;

    private const double Micro = 1e6;

    /// <inheritdoc/>
    public string Name => "load";

    /// <inheritdoc/>
    public string Question => "What does a round of many peers cost its hub, and does it grow as they do?";

    /// <inheritdoc/>
    public StudyReport Run(StudyOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        var runs = new SimulationRuns(options, progress, cancellation) { Weights = options.Quick ? 257 : 13_713 };
        var cells = (
            from peers in options.Quick ? (int[])[10, 100] : [100, 1_000, 10_000]
            select (Peers: peers, Run: runs.Of(new SimulationOptions { Peers = peers, Rounds = 1, Seed = options.Seed }))).ToList();
        var table = new StudyTable(
            "one round, all new, 1,000 leases at most; simulation, peers' signatures and merge included",
            ["peers", "leases", "envelopes", "s", "s of processors", "µs of processors an envelope", "told p50 µs", "p99 µs", "KiB a peer", "virtual min"],
            [.. cells.Select(cell => (IReadOnlyList<string>)
            [
                Text($"{cell.Peers:N0}"),
                Text($"{cell.Run.Leases:N0}"),
                Text($"{cell.Run.Handled:N0}"),
                Text($"{cell.Run.Wall:N1}"),
                Text($"{cell.Run.Cpu:N1}"),
                Text($"{CostOf(cell.Run):N0}"),
                Text($"{cell.Run.P50:N0}"),
                Text($"{cell.Run.P99:N0}"),
                Text($"{cell.Run.Bytes / 1024:N0}"),
                Text($"{cell.Run.VirtualSeconds / 60:N0}"),
            ])]);
        var times = CostOf(cells[^1].Run) / CostOf(cells[0].Run);
        return runs.Report([table], [new StudyCheck($"an envelope costs with {cells[^1].Peers} peers so many times what it does with {cells[0].Peers}", times, MostTimes, times <= MostTimes)]);
    }

    private static double CostOf(SimulatedFigures run) => Micro * run.Cpu / run.Handled;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
