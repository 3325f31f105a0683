using System.Globalization;
using BlockAssist.Net.Merging;

namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>What lies do to a model, by the rule that merges (the grid of Gorbunov et al. 2022, "BTARD", and the lies that were made against clipping).</summary>
internal sealed class AttackStudy : IStudy
{
    private const double Kept = 0.98;
    private const double Drawn = 0.1;
    private const int JudgedClosely = 512;

    private static readonly OuterStep Whole = new(1, 0);

    private static readonly Lie[] Lies = [Lie.Opposite, Lie.WrongLabels, Lie.OneDirection, Lie.Delayed, Lie.Hidden, Lie.InnerProduct, Lie.Copy];
    private static readonly Defence[] Defences =
    [
        new("mean", "mean", 0),
        new("median", "median", 0),
        new("trimmed mean", "trimmed mean", 0),
        new("krum", "krum", 0),
        new("centered clip", "centered clip", 0),
        new("as a hub does", null, 0),
        new("… with replays", null, Drawn),
    ];

    /// <inheritdoc/>
    public string Name => "attacks";

    /// <inheritdoc/>
    public string Question => "What is left of what honest peers learn, where others lie?";

    /// <inheritdoc/>
    public StudyReport Run(StudyOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        using var runs = new LearningRuns(options, progress, cancellation);
        var usual = options.Quick
            ? new SwarmLearning { Peers = 6, Steps = 2, Rounds = 2, Batch = 2, Seed = options.Seed }
            : new SwarmLearning { Peers = 16, Steps = 12, Rounds = 6, Batch = 2, Seed = options.Seed };
        int[] liars = options.Quick ? [2] : [4, 7];
        var honest = options.All.Select(seed => runs.Of(usual with { Seed = seed })).ToList();
        var before = options.All.Select(runs.Before).ToList();
        var cells = Lies.Prepend(Lie.None)
            .SelectMany(lie => liars.SelectMany(count => Defences.Select(defence => Measure(runs, options, usual with { Liars = lie == Lie.None ? 0 : count, Lie = lie }, defence, honest))))
            .ToList();
        using var closely = new LearningRuns(options, progress, cancellation) { Judged = options.Quick ? 16 : JudgedClosely };
        var twice = options with { Seeds = 2 * options.Seeds };
        var honestly = twice.All.Select(seed => closely.Of(usual with { Seed = seed })).ToList();
        var kept = Lies.Select(lie => Measure(closely, twice, usual with { Liars = liars[0], Lie = lie }, Defences[^1], honestly)).ToList();
        return closely.And(runs.Report(
            [.. liars.Select(count => Table(usual.Peers, count, [.. cells.Where(cell => cell.Liars == count || cell.Lie == Lie.None)], honest, before)), TableOf(kept, closely.Judged, twice, honestly)],
            [.. kept.Select(Check)],
            []));
    }

    // What one in four costs a hub that replays, looked at more closely: of few turns the share that is foreseen says little.
    private static StudyTable TableOf(List<Cell> kept, int judged, StudyOptions options, List<(double Loss, double Accuracy)> honest) => new(
        string.Create(CultureInfo.InvariantCulture, $"{kept[0].Liars} lie, a hub with replays, {options.Seeds} seeds, {judged} windows of 32 turns; × what it is where nobody lies: {Interval.Of([.. honest.Select(one => one.Loss)]).Text("F3")} nats, {Interval.Of([.. honest.Select(one => one.Accuracy)]).Text("P1")} foreseen"),
        ["they send", "loss", "foreseen"],
        [.. kept.Select(cell => (IReadOnlyList<string>)[Words(cell.Lie), cell.Loss.Text("F3"), cell.Accuracy.Text("F3")])]);

    private static Cell Measure(LearningRuns runs, StudyOptions options, SwarmLearning plan, Defence defence, List<(double Loss, double Accuracy)> honest)
    {
        var came = options.All.Select(seed => runs.Of(plan with { Seed = seed, Rule = defence.Rule, Outer = defence.Rule is null ? null : Whole, FoundOut = plan.Liars == 0 ? 0 : defence.FoundOut })).ToList();
        return new Cell(
            plan.Liars,
            plan.Lie,
            defence,
            Interval.Of([.. came.Zip(honest, (one, other) => one.Loss / other.Loss)]),
            Interval.Of([.. came.Zip(honest, (one, other) => one.Accuracy / other.Accuracy)]));
    }

    private static StudyTable Table(int peers, int liars, List<Cell> cells, List<(double Loss, double Accuracy)> honest, List<(double Loss, double Accuracy)> before) => new(
        string.Create(CultureInfo.InvariantCulture, $"{liars} of {peers} lie; loss, as a multiple of {Interval.Of([.. honest.Select(one => one.Loss)]).Text("F3")} where nobody does (before: {Interval.Of([.. before.Select(one => one.Loss)]).Text("F3")}); in brackets the share of turns foreseen, likewise"),
        ["they send", .. Defences.Select(defence => defence.Name)],
        [.. Lies.Prepend(Lie.None).Select(lie => (IReadOnlyList<string>)
        [
            Words(lie),
            .. Defences.Select(defence => cells.First(cell => cell.Lie == lie && cell.Defence == defence)).Select(cell =>
                string.Create(CultureInfo.InvariantCulture, $"{cell.Loss.Mean:F3} [{cell.Accuracy.Mean:F3}]")),
        ])]);

    private static StudyCheck Check(Cell cell) => new(
        $"a hub with replays keeps 98 % of what is foreseen, where {cell.Liars} send {Words(cell.Lie)}", cell.Accuracy.Mean, Kept, cell.Accuracy.Mean >= Kept);

    private static string Words(Lie lie) => lie switch
    {
        Lie.None => "nobody lies",
        Lie.Opposite => "the opposite",
        Lie.WrongLabels => "what wrong labels teach",
        Lie.OneDirection => "one direction always",
        Lie.Delayed => "what they learnt three rounds ago",
        Lie.Hidden => "a lie hidden in the spread",
        Lie.InnerProduct => "half of the opposite of the mean",
        _ => "copies of others",
    };

    private sealed record Defence(string Name, string? Rule, double FoundOut);

    private sealed record Cell(int Liars, Lie Lie, Defence Defence, Interval Loss, Interval Accuracy);
}
