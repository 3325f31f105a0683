using System.Globalization;

namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>Updates that get lost, peers that learn from their own people only, peers that come and go (DiLoCo, Douillard et al. 2023, §3.1 and figure 7).</summary>
internal sealed class LossStudy : IStudy
{
    private const double MostWorse = 1.03;
    private const double Half = 0.5;

    private static readonly Case[] Cases =
    [
        .. from isApart in (bool[])[false, true] from lost in (double[])[0, 0.1, 0.3, Half] select new Case(isApart, lost, Attendance.Steady, 1),

        // With as many steps in all: half of the peers are away on average, so there are more rounds.
        new(false, 0, Attendance.Doubling, 4.0 / 3),
        new(false, 0, Attendance.Halving, 4.0 / 3),
        new(false, 0, Attendance.Rising, 2),
        new(false, 0, Attendance.Falling, 2),
    ];

    /// <inheritdoc/>
    public string Name => "losses";

    /// <inheritdoc/>
    public string Question => "What do lost updates, peers that learn from their own people only, and peers that come and go cost?";

    /// <inheritdoc/>
    public StudyReport Run(StudyOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        using var runs = new LearningRuns(options, progress, cancellation);
        var usual = options.Quick
            ? new SwarmLearning { Peers = 2, Steps = 3, Rounds = 3, Seed = options.Seed }
            : new SwarmLearning { Peers = 8, Steps = 20, Rounds = 9, Seed = options.Seed };
        var cells = Cases.Select(one => new Cell(one, [.. options.All.Select(seed => Losses(runs, one, usual with { Seed = seed }))])).ToList();
        return runs.Report([Table(cells, usual)], [.. cells.Where(cell => cell.Case.Lost == Half).Select(Check)], [Chart(cells)]);
    }

    private static (double Loss, double Whole) Losses(LearningRuns runs, Case one, SwarmLearning usual)
    {
        var plan = usual with
        {
            IsApart = one.IsApart,
            Lost = one.Lost,
            Attendance = one.Attendance,
            Rounds = (int)Math.Round(usual.Rounds * one.Longer),
        };
        return (runs.Of(plan).Loss, runs.Of(usual with { IsApart = one.IsApart }).Loss);
    }

    private static StudyTable Table(List<Cell> cells, SwarmLearning usual) => new(
        string.Create(CultureInfo.InvariantCulture, $"{usual.Peers} peers, {usual.Rounds} rounds of {usual.Steps} steps or as many steps in all; loss in nats a turn at play that nobody learnt from"),
        ["who learns from what", "updates lost", "peers there", "loss", "× that without"],
        [.. cells.Select(cell => (IReadOnlyList<string>)
        [
            cell.Case.IsApart ? "each from its own people" : "all from all",
            cell.Case.Lost.ToString("P0", CultureInfo.InvariantCulture),
            $"{cell.Case.Attendance}".ToLowerInvariant(),
            Interval.Of([.. cell.Losses.Select(one => one.Loss)]).Text("F3"),
            cell.Ratio.Text("F3"),
        ])]);

    private static StudyCheck Check(Cell cell) => new(
        $"half of the updates lost cost 3 % at most, where {(cell.Case.IsApart ? "each learns from its own people" : "all learn from all")}", cell.Ratio.Mean, MostWorse, cell.Ratio.Mean <= MostWorse);

    private static StudyChart Chart(List<Cell> cells) => new(
        "losses",
        "Loss where updates get lost",
        "share of updates lost",
        "loss, times that where none is",
        [.. cells.Where(cell => cell.Case.Attendance == Attendance.Steady).GroupBy(cell => cell.Case.IsApart).Select(line => new StudyLine(
            line.Key ? "each from its own people" : "all from all",
            [.. line.Select(cell => new StudyPoint(cell.Case.Lost, cell.Ratio.Mean, cell.Ratio.Low, cell.Ratio.High))]))]);

    private sealed record Case(bool IsApart, double Lost, Attendance Attendance, double Longer);

    private sealed record Cell(Case Case, List<(double Loss, double Whole)> Losses)
    {
        public Interval Ratio => Interval.Of([.. Losses.Select(one => one.Loss / one.Whole)]);
    }
}
