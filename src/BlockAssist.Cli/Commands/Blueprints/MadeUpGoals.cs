using System.CommandLine;
using System.Globalization;
using BlockAssist.Simulation.Goals.Houses;
using BlockAssist.Simulation.Goals.Varied;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Commands.Blueprints;

/// <summary>What is made up where no files are given: houses, or things of every kind.</summary>
internal static class MadeUpGoals
{
    private const string House = "house";
    private const string Varied = "varied";

    /// <summary>Which of them.</summary>
    public static Option<string> Kind()
    {
        var kind = new Option<string>("--kind")
        {
            Description = "What to make up: houses; or of everything that assistants learn from: houses cut, striped, solid, scaled down, and things that are none.",
            DefaultValueFactory = _ => House,
        };
        kind.AcceptOnlyFromAmong(House, Varied);
        return kind;
    }

    /// <summary>One of a kind, with its name.</summary>
    public static (string Name, BlockGrid Blocks) Make(string kind, GridSize room, ulong seed) => (
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{seed}"),
        kind == Varied ? new VariedGoal().Generate(room, new SeededRandom(seed)) : HouseGenerator.Generate(room, seed));
}
