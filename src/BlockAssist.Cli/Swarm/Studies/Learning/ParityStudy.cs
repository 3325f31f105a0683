using System.Globalization;
using BlockAssist.Net.Merging;

namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>Peers that merge every so many steps, against one that learns from as many examples (DiLoCo, Douillard et al. 2023).</summary>
internal sealed class ParityStudy : IStudy
{
    private const double MostWorse = 1.03;

    private static readonly OuterStep Paper = new(0.7, 0.9);

    /// <inheritdoc/>
    public string Name => "parity";

    /// <inheritdoc/>
    public string Question => "Do k peers that merge every H steps come as far as one with k times the batch?";

    /// <inheritdoc/>
    public StudyReport Run(StudyOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        int[] peers = options.Quick ? [2] : [1, 2, 4, 8];
        int[] apart = options.Quick ? [5, 10] : [20, 50, 100, 200];
        var steps = options.Quick ? 20 : 200;
        using var runs = new LearningRuns(options, progress, cancellation);
        var cells = (from k in peers from h in apart select new Cell(k, h, Compare(runs, options, k, h, steps))).ToList();
        return runs.Report([Table(cells, steps, runs.Weights)], [.. cells.Select(Check)], [Chart(cells)]);
    }

    private static List<Losses> Compare(LearningRuns runs, StudyOptions options, int peers, int apart, int steps) =>
    [
        .. options.All.Select(seed =>
        {
            var plan = new SwarmLearning { Peers = peers, Steps = apart, Rounds = steps / apart, Seed = seed };
            return new Losses(
                runs.Before(seed).Loss,
                runs.Alone(steps, peers * SwarmLearning.UsualBatch, seed).Loss,
                runs.Of(plan with { GoesOn = true, Outer = Paper }).Loss,
                runs.Of(plan).Loss);
        }),
    ];

    private static StudyTable Table(List<Cell> cells, int steps, int weights) => new(
        string.Create(CultureInfo.InvariantCulture, $"{weights:N0} weights, {steps} steps a peer; loss in nats a turn at play that nobody learnt from, divided by that of one peer with k times the batch"),
        ["k peers", "H steps", "before", "one with k × batch", "as DiLoCo: × that", "as our rounds: × that"],
        [.. cells.Select(cell => (IReadOnlyList<string>)
        [
            $"{cell.Peers}",
            $"{cell.Apart}",
            Interval.Of([.. cell.Runs.Select(run => run.Before)]).Text("F3"),
            Interval.Of([.. cell.Runs.Select(run => run.Alone)]).Text("F3"),
            cell.Paper.Text("F3"),
            cell.Ours.Text("F3"),
        ])]);

    private static StudyCheck Check(Cell cell) => new(
        $"{cell.Peers} peers that merge every {cell.Apart} steps, as our rounds do, end within 3 % of one", cell.Ours.Mean, MostWorse, cell.Ours.Mean <= MostWorse);

    private static StudyChart Chart(List<Cell> cells) => new(
        "parity",
        "Loss against one peer with as many examples",
        "steps between two merges",
        "loss, times that of one peer",
        [.. cells.GroupBy(cell => cell.Peers).Select(line => new StudyLine(
            $"{line.Key} peers", [.. line.Select(cell => new StudyPoint(cell.Apart, cell.Ours.Mean, cell.Ours.Low, cell.Ours.High))]))])
    {
        IsLogarithmic = true,
    };

    private sealed record Losses(double Before, double Alone, double Paper, double Ours);

    private sealed record Cell(int Peers, int Apart, List<Losses> Runs)
    {
        public Interval Paper => Interval.Of([.. Runs.Select(run => run.Paper / run.Alone)]);

        public Interval Ours => Interval.Of([.. Runs.Select(run => run.Ours / run.Alone)]);
    }
}
