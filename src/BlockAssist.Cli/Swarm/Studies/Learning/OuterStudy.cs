using System.Globalization;
using BlockAssist.Net.Merging;

namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>How far the shared model should go along what peers come to (DiLoCo, Douillard et al. 2023, figure 6).</summary>
internal sealed class OuterStudy : IStudy
{
    private static readonly (string Name, OuterStep? Step)[] Steps =
    [
        ("the mean", new OuterStep(1, 0)),
        ("half of it", new OuterStep(0.5, 0)),
        ("Nesterov 0.7, 0.9", new OuterStep(0.7, 0.9)),
        ("Nesterov 0.7, 0.5", new OuterStep(0.7, 0.5)),
        ("the best of fifteen", null),
    ];

    /// <inheritdoc/>
    public string Name => "outer";

    /// <inheritdoc/>
    public string Question => "How far should the shared model go along what peers come to?";

    /// <inheritdoc/>
    public StudyReport Run(StudyOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        using var runs = new LearningRuns(options, progress, cancellation);
        var usual = options.Quick
            ? new SwarmLearning { Peers = 2, Steps = 3, Rounds = 2, Seed = options.Seed }
            : new SwarmLearning { Peers = 4, Steps = 50, Rounds = 8, Seed = options.Seed };
        var rows = new List<IReadOnlyList<string>>();
        var best = new Dictionary<string, Interval>(StringComparer.Ordinal);
        foreach (var (name, step) in Steps)
        {
            var losses = options.All.Select(seed => (Mean: runs.Of(usual with { Seed = seed, Outer = Steps[0].Step }).Loss, Loss: runs.Of(usual with { Seed = seed, Outer = step }).Loss)).ToList();
            best[name] = Interval.Of([.. losses.Select(one => one.Loss / one.Mean)]);
            rows.Add([name, Interval.Of([.. losses.Select(one => one.Loss)]).Text("F3"), best[name].Text("F3")]);
        }

        var tried = best[Steps[^1].Name].Mean;
        var title = string.Create(CultureInfo.InvariantCulture, $"{usual.Peers} peers, {usual.Rounds} rounds of {usual.Steps} steps; loss in nats a turn at play that nobody learnt from or chose by");
        return runs.Report(
            [new StudyTable(title, ["step along the merged change", "loss", "× that of the mean"], rows)],
            [new StudyCheck("the best of fifteen steps is no worse than the mean", tried, 1.01, tried <= 1.01)],
            []);
    }
}
