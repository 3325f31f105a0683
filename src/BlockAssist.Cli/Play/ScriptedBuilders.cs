using BlockAssist.Simulation.Policies;

namespace BlockAssist.Cli.Play;

/// <summary>The builders that play by a script, by the names they go by on a command line.</summary>
internal static class ScriptedBuilders
{
    /// <summary>The names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["idle", "random", "layer", "human"];

    /// <summary>What the names stand for, in one sentence.</summary>
    public const string Description =
        "'layer' builds straight up and well, 'human' like a person, 'random' tries anything, 'idle' watches";

    /// <summary>Makes a builder.</summary>
    public static IPolicy Create(string name, ulong seed) => name switch
    {
        "idle" => new IdlePolicy(),
        "random" => new RandomValidPolicy(seed, lineOfSight: true),
        "layer" => new LayerBuilder(yields: true),
        "human" => new HumanlikeBuilder(seed),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such builder."),
    };
}
