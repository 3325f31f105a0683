using System.Globalization;
using BlockAssist.Net.Gates;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Swarm.Studies.Simulated;

/// <summary>Many candidates that are no better, and worse ones, before the gate's test; games are drawn.</summary>
internal sealed class GateStudy : IStudy
{
    private const double Limit = 0.05;

    // As follows from how many pairs real gates took.
    private const double Spread = 0.14;

    // 20 points of Elo less win 47.1 % of games: with that spread the mean is by so much lower.
    private const double TwentyElo = 0.0719 * Spread;

    private const double MostlyNothing = 0.8;
    private const double Sure = 1.96;

    /// <inheritdoc/>
    public string Name => "gate";

    /// <inheritdoc/>
    public string Question => "How often is a model promoted that is no better than the one that plays?";

    /// <inheritdoc/>
    public StudyReport Run(StudyOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        var runs = new SimulationRuns(options, progress, cancellation);
        var count = options.Quick ? 500 : 10_000;
        var cells = (
            from worse in ((string, double)[])[("as good", 0), ("20 Elo worse", TwentyElo), ("2 points worse", 0.02)]
            from isRough in (bool[])[false, true]
            select Try(runs, worse, isRough, count, options.Seed)).ToList();
        var table = new StudyTable(
            string.Create(CultureInfo.InvariantCulture, $"{count:N0} candidates each, games with a spread of {Spread} of the goal; 30 to 600 pairs"),
            ["candidates", "games", "promoted", "95 %", "pairs on average"],
            [.. cells.Select(cell => (IReadOnlyList<string>)
            [
                cell.Name,
                cell.Games,
                cell.Share.ToString("P2", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"{cell.Low:P2} to {cell.High:P2}"),
                cell.Pairs.ToString("F0", CultureInfo.InvariantCulture),
            ])]);
        return runs.Report([table], [.. cells.Select(cell => new StudyCheck($"{cell.Name}, {cell.Games}: promoted", cell.Share, Limit, cell.Share <= Limit))]);
    }

    private static Cell Try(SimulationRuns runs, (string Name, double By) worse, bool isRough, int count, ulong seed)
    {
        var games = isRough ? "four in five without a difference" : "normal";
        var found = runs.Of($"gate: {count} {worse.Name}, {games}, seed {seed}", () =>
        {
            var random = new SeededRandom(seed);
            var tests = Enumerable.Range(0, count).Select(_ => Decide(() => DifferenceOf(random, isRough) - worse.By)).ToList();
            return new Dictionary<string, double>
            {
                ["promoted"] = tests.Count(test => test.Verdict == GateVerdict.Better),
                ["pairs"] = tests.Average(test => test.Pairs),
            };
        });
        return new Cell(worse.Name, games, found["promoted"], count, found["pairs"]);
    }

    private static SequentialTest Decide(Func<double> play)
    {
        var test = new SequentialTest(new SequentialOptions());
        while (test.Add(play()) == GateVerdict.Undecided)
        {
        }

        return test;
    }

    private static double DifferenceOf(SeededRandom random, bool isRough) => isRough
        ? random.NextDouble() < MostlyNothing ? 0 : (random.NextDouble() < 0.5 ? 1 : -1) * Spread / Math.Sqrt(1 - MostlyNothing)
        : Spread * random.NextNormal();

    private sealed record Cell(string Name, string Games, double Promoted, int Count, double Pairs)
    {
        public double Share => Promoted / Count;

        public double Low => Centre - Half;

        public double High => Centre + Half;

        // The interval of Wilson (1927).
        private double Centre => (Share + (Sure * Sure / (2 * Count))) / (1 + (Sure * Sure / Count));

        private double Half => Sure * Math.Sqrt((Share * (1 - Share) / Count) + (Sure * Sure / (4.0 * Count * Count))) / (1 + (Sure * Sure / Count));
    }
}
