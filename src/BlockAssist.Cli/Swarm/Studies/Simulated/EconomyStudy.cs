using BlockAssist.Net.Simulations;
using BlockAssist.Net.Simulations.People;

namespace BlockAssist.Cli.Swarm.Studies.Simulated;

/// <summary>What a step of training that was really made brings to cheats and to honest peers.</summary>
internal sealed class EconomyStudy : IStudy
{
    private static readonly PeerKind[] Kinds = [PeerKind.Lazy, PeerKind.Forging, PeerKind.Copying, PeerKind.Silent, PeerKind.Sybil, PeerKind.Colluding];

    /// <inheritdoc/>
    public string Name => "economy";

    /// <inheritdoc/>
    public string Question => "Does a step of training bring less to every cheat than to honest peers?";

    /// <inheritdoc/>
    public StudyReport Run(StudyOptions options, IProgress<string> progress, CancellationToken cancellation)
    {
        var runs = new SimulationRuns(options, progress, cancellation);
        var cells = (
            from kind in Kinds
            from way in Ways(options.Quick)
            select new Cell(kind, way.Name, Interval.Of([.. options.All.Select(seed => runs.Of(way.Plan with { Kind = kind, Seed = seed }).Rate)]))).ToList();
        var table = new StudyTable(
            "16 people, a quarter of them cheats; credit that stands for a step really made, × that of the honest ones",
            ["cheat", .. Ways(options.Quick).Select(way => way.Name)],
            [.. cells.GroupBy(cell => cell.Kind).Select(row => (IReadOnlyList<string>)[KindWords.Of(row.Key), .. row.Select(cell => cell.Rate.Text("F3"))])]);
        return runs.Report([table], [.. cells.Select(cell => new StudyCheck($"{KindWords.Of(cell.Kind)}, {cell.Way}: less than 1", cell.Rate.High, 1, cell.Rate.High < 1))]);
    }

    private static IReadOnlyList<(string Name, SimulationOptions Plan)> Ways(bool isQuick)
    {
        var plan = new SimulationOptions { Attackers = 0.25, Rounds = isQuick ? 3 : 12 };
        return
        [
            ("new, the hub verifies", plan),
            ("trusted, all verify", plan with { Standing = KindWords.Standings["trusted"], HubVerifiers = 0 }),
            ("honest for some rounds first", plan with { Standing = KindWords.Standings["trusted"], HubVerifiers = 0, HonestUntil = isQuick ? 2UL : 7UL }),
        ];
    }

    private sealed record Cell(PeerKind Kind, string Way, Interval Rate);
}
