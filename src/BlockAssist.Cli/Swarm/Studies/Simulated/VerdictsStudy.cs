using System.Globalization;
using BlockAssist.Net.Simulations;
using BlockAssist.Net.Simulations.Lines;

namespace BlockAssist.Cli.Swarm.Studies.Simulated;

/// <summary>Many verdicts among honest peers who come and go, on bad lines, with wrong clocks.</summary>
internal sealed class VerdictsStudy : IStudy
{
    private const int Fewest = 10_000;

    /// <inheritdoc/>
    public string Name => "verdicts";

    /// <inheritdoc/>
    public string Question => "Is anybody honest shut out, however bad lines and clocks are?";

    /// <inheritdoc/>
    public StudyReport Run(StudyOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        var runs = new SimulationRuns(options, progress, cancellation);
        var found = options.All.Select(seed => (Seed: seed, Run: runs.Of(PlanOf(options.Quick, seed)))).ToList();
        var (findings, wrong) = (found.Sum(one => one.Run.Findings), found.Sum(one => one.Run.WronglyOut));

        // Of none in n it follows with 95 % that it happens less than three times in n.
        const double RuleOfThree = 3;
        var table = new StudyTable(
            "100 honest peers who verify each other; lines of 80 ms that lose 5 %, regions cut for minutes every hour, clocks off by 25 s, sessions of an hour or minutes",
            ["seed", "findings", "leases", "credited", "honest out", "steps made again"],
            [.. found.Select(one => (IReadOnlyList<string>)
            [
                $"{one.Seed}",
                one.Run.Findings.ToString("N0", CultureInfo.InvariantCulture),
                $"{one.Run.Leases}",
                $"{one.Run.Credited}",
                $"{one.Run.WronglyOut}",
                one.Run.Verifying.ToString("P1", CultureInfo.InvariantCulture),
            ])]);
        return runs.Report(
            [table],
            [
                new StudyCheck("nobody honest is out", wrong, 0, wrong == 0),
                new StudyCheck("findings", findings, Fewest, findings >= Fewest),
                new StudyCheck("a finding puts somebody honest in the wrong at most so often (95 %)", wrong == 0 ? RuleOfThree / findings : wrong / findings, RuleOfThree / Fewest, wrong == 0 && findings >= Fewest),
            ]);
    }

    private static SimulationOptions PlanOf(bool isQuick, ulong seed) => new()
    {
        Peers = isQuick ? 20 : 100,
        Rounds = isQuick ? 1 : 4,
        HubVerifiers = 0,
        Lines = LineOptions.Rough,
        Sessions = SessionOptions.Rough,
        Seed = seed,
    };
}
