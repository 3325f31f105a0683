using BlockAssist.Cli.Play;
using BlockAssist.Learner.Data;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Cli.Bench;

/// <summary>Made-up houses built by the scripted human, recorded into a folder that goes away.</summary>
internal sealed class ScriptedPlay : IDisposable
{
    private const ulong Seed = 1;

    private readonly string _folder = Directory.CreateTempSubdirectory("blockassist-").FullName;

    /// <summary>Plays.</summary>
    /// <param name="episodes">How many houses.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Ends it between two houses.</param>
    public ScriptedPlay(int episodes, TimeProvider clock, CancellationToken cancellation)
    {
        var options = new SiteOptions { Builders = [new BuilderOptions()] };
        var order = new SimulationOrder(options, new Seats(["human"], Seed), new GoalShelf(options, [], Seed), episodes, Threads: 1, _folder);
        new HeadlessSimulation(order, clock).Run(() => { }, cancellation);
        Demonstrations = DemonstrationSet.Open([_folder]);
    }

    /// <summary>What was recorded.</summary>
    public DemonstrationSet Demonstrations { get; }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
