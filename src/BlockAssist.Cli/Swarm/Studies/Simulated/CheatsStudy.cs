using System.Globalization;
using BlockAssist.Net.Simulations;
using BlockAssist.Net.Simulations.People;

namespace BlockAssist.Cli.Swarm.Studies.Simulated;

/// <summary>Each kind of attacker among honest peers, whatever is known of all: when it is out, and whether anybody honest is.</summary>
internal sealed class CheatsStudy : IStudy
{
    private const double Share = 0.25;
    private const int MostRounds = 10;

    // They claim what is not so, and a replay shows it.
    private static readonly PeerKind[] Liars = [PeerKind.Lazy, PeerKind.Forging, PeerKind.Copying, PeerKind.Slandering, PeerKind.Colluding];

    // What they do is done, or not shown: nobody is put in the wrong for it, and it must bring nothing.
    private static readonly PeerKind[] Others = [PeerKind.Stale, PeerKind.Silent, PeerKind.SignFlip, PeerKind.LabelFlip];

    /// <inheritdoc/>
    public string Name => "cheats";

    /// <inheritdoc/>
    public string Question => "How soon is each kind of cheat out, and is anybody honest?";

    /// <inheritdoc/>
    public StudyReport Run(StudyOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        var runs = new SimulationRuns(options, progress, cancellation);
        var cells = (
            from kind in Liars.Concat(Others)
            from standing in KindWords.Standings.Keys.Take(options.Quick ? 1 : KindWords.Standings.Count)
            select new Cell(kind, standing, [.. options.All.Select(seed => runs.Of(PlanOf(kind, standing, options.Quick ? 3 : MostRounds, seed)))])).ToList();
        return runs.Report([Table(cells)], [.. cells.SelectMany(Checks)]);
    }

    // The hub has no verifiers of its own: attackers verify, too.
    private static SimulationOptions PlanOf(PeerKind kind, string standing, int rounds, ulong seed) => new()
    {
        Attackers = Share,
        Kind = kind,
        Standing = KindWords.Standings[standing],
        HubVerifiers = 0,
        Rounds = rounds,
        Seed = seed,
    };

    private static StudyTable Table(List<Cell> cells) => new(
        string.Create(CultureInfo.InvariantCulture, $"16 peers, {Share:P0} attackers, who verify as well; leases of 64 segments at most"),
        ["kind", "standing", "attackers", "out", "rounds until out", "at most", "credit a step, × honest", "honest out"],
        [.. cells.Select(cell => (IReadOnlyList<string>)
        [
            KindWords.Of(cell.Kind),
            cell.Standing,
            $"{cell.Runs.Sum(run => run.People)}",
            $"{cell.Runs.Sum(run => run.Out)}",
            cell.Runs.Any(run => run.Out > 0) ? Interval.Of([.. cell.Runs.Where(run => run.Out > 0).Select(run => run.RoundsUntilOut)]).Text("F1") : "",
            $"{cell.Runs.Max(run => run.MostRounds)}",
            cell.Rate.Text("F3"),
            $"{cell.Runs.Sum(run => run.WronglyOut)}",
        ])]);

    private static IEnumerable<StudyCheck> Checks(Cell cell)
    {
        var who = $"{KindWords.Of(cell.Kind)}, {cell.Standing}";
        if (Liars.Contains(cell.Kind))
        {
            var (all, isOut) = (cell.Runs.Sum(run => run.People), cell.Runs.Sum(run => run.Out));
            yield return new StudyCheck($"{who}: all are out within {MostRounds} rounds", isOut / all, 1, isOut >= all);
        }
        else
        {
            yield return new StudyCheck($"{who}: a step brings less than an honest one", cell.Rate.Mean, 1, cell.Rate.Mean < 1);
        }

        var wrong = cell.Runs.Sum(run => run.WronglyOut);
        yield return new StudyCheck($"{who}: nobody honest is out", wrong, 0, wrong == 0);
    }

    private sealed record Cell(PeerKind Kind, string Standing, IReadOnlyList<SimulatedFigures> Runs)
    {
        public Interval Rate => Interval.Of([.. Runs.Select(run => run.Rate)]);
    }
}
