namespace BlockAssist.Cli.Training;

/// <summary>Recipes with a part left out, to see what it is worth.</summary>
internal static class Ablation
{
    /// <summary>Nothing is left out.</summary>
    public const string None = "none";

    /// <summary>What can be left out.</summary>
    public static IReadOnlyList<string> Names { get; } = [None, "turning", "memory", "scripted", "convolutions", "twice-as-wide"];

    /// <summary>The recipe without that part.</summary>
    public static HumanRecipe Of(string name, HumanRecipe recipe) => name switch
    {
        None => recipe,
        "turning" => recipe with { Turned = false },
        "memory" => recipe with { Network = recipe.Network with { Memory = 0 } },
        "scripted" => recipe with { ScriptedSteps = 0 },
        "convolutions" => recipe with { Network = recipe.Network with { Blocks = 0 } },
        "twice-as-wide" => recipe with { Network = recipe.Network with { Channels = 2 * recipe.Network.Channels, Context = 2 * recipe.Network.Context, Memory = 2 * recipe.Network.Memory } },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such part."),
    };
}
