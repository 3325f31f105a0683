using System.Globalization;
using BlockAssist.Net.Simulations;
using BlockAssist.Net.Simulations.Learning;
using BlockAssist.Net.Simulations.People;
using BlockAssist.Net.Simulations.Reports;

namespace BlockAssist.Cli.Swarm.Studies.Simulated;

/// <summary>Simulations of a study: each is made once and noted.</summary>
/// <param name="options">How much is measured.</param>
/// <param name="progress">Told what is measured.</param>
/// <param name="cancellation">Ends it between two simulations.</param>
internal sealed class SimulationRuns(StudyOptions options, IProgress<string> progress, CancellationToken cancellation)
{
    private readonly StudyWatch _watch = new(options.Clock);
    private double _wall;
    private double _cpu;
    private double _virtual;

    /// <summary>How many weights models have.</summary>
    public int Weights { get; init; } = 257;

    /// <summary>What a simulation came to.</summary>
    /// <param name="plan">How it goes.</param>
    public SimulatedFigures Of(SimulationOptions plan)
    {
        cancellation.ThrowIfCancellationRequested();
        var key = string.Create(CultureInfo.InvariantCulture, $"{Weights} weights, {plan}");
        var note = options.Notes.Of(key, _watch, () => Measure(plan));
        var figures = new SimulatedFigures(note);
        (_wall, _cpu, _virtual) = (_wall + note.Wall, _cpu + note.Cpu, _virtual + figures.VirtualSeconds);
        return figures;
    }

    /// <summary>A measurement that is no simulation.</summary>
    /// <param name="key">All that it depends on.</param>
    /// <param name="measure">Makes it.</param>
    public IReadOnlyDictionary<string, double> Of(string key, Func<IReadOnlyDictionary<string, double>> measure)
    {
        cancellation.ThrowIfCancellationRequested();
        progress.Report(key);
        var note = options.Notes.Of(key, _watch, measure);
        (_wall, _cpu) = (_wall + note.Wall, _cpu + note.Cpu);
        return note.Values;
    }

    /// <summary>The report.</summary>
    public StudyReport Report(IReadOnlyList<StudyTable> tables, IReadOnlyList<StudyCheck> checks) =>
        new(tables, checks, TimeSpan.FromSeconds(_wall), TimeSpan.FromSeconds(_virtual), TimeSpan.FromSeconds(_cpu));

    private Dictionary<string, double> Measure(SimulationOptions plan)
    {
        progress.Report(string.Create(CultureInfo.InvariantCulture, $"{plan.Peers} peers, {plan.Attackers:P0} {KindWords.Of(plan.Kind)}, {plan.Rounds} rounds, seed {plan.Seed}"));
        var learning = new MadeUpLearning(new MadeUpOptions { Weights = Weights, Seed = plan.Seed });
        return Values(new SwarmSimulation(plan, learning, options.Clock).Run(progress: null, cancellation), plan.Kind);
    }

    private static Dictionary<string, double> Values(SimulationReport report, PeerKind kind)
    {
        var attackers = report.Kinds.FirstOrDefault(one => one.Kind == kind) ?? new KindFigures(kind, 0, 0);
        return new Dictionary<string, double>
        {
            [SimulatedFigures.Names.People] = attackers.People,
            [SimulatedFigures.Names.Out] = attackers.Out,
            [SimulatedFigures.Names.RoundsUntilOut] = attackers.RoundsUntilOut ?? 0,
            [SimulatedFigures.Names.MostRounds] = attackers.MostRoundsUntilOut,
            [SimulatedFigures.Names.Rate] = attackers.AgainstHonest ?? 0,
            [SimulatedFigures.Names.WronglyOut] = report.WronglyOut.Count,
            [SimulatedFigures.Names.Findings] = report.Findings,
            [SimulatedFigures.Names.Handled] = report.Handled,
            [SimulatedFigures.Names.Leases] = report.Rounds.Sum(round => round.Leases),
            [SimulatedFigures.Names.Credited] = report.Rounds.Sum(round => round.Credited),
            [SimulatedFigures.Names.Verifying] = report.VerifyingShare,
            [SimulatedFigures.Names.Virtual] = report.VirtualTime.TotalSeconds,
            [SimulatedFigures.Names.P50] = report.Cost!.TellP50,
            [SimulatedFigures.Names.P99] = report.Cost.TellP99,
            [SimulatedFigures.Names.Bytes] = report.Cost.BytesAPeer,
        };
    }
}
