using BlockAssist.Learner.Data;

namespace BlockAssist.Cli.Bench;

/// <summary>Scripted play to be learnt in a benchmark, in a folder that goes away.</summary>
internal sealed class BenchHouses : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("blockassist-").FullName;

    /// <summary>Plays.</summary>
    /// <param name="episodes">How many houses.</param>
    /// <param name="cancellation">Ends it between two houses.</param>
    public BenchHouses(int episodes, CancellationToken cancellation) =>
        Demonstrations = DemonstrationSet.Open(new ScriptedPlay(seed: 1).Record(_folder, episodes, cancellation: cancellation));

    /// <summary>What was recorded.</summary>
    public DemonstrationSet Demonstrations { get; }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
