namespace BlockAssist.Simulation.Blueprints.Naming;

/// <summary>A block as Minecraft names it.</summary>
/// <param name="Name">The name; without a namespace if it is the game's own, else <c>namespace:name</c>.</param>
/// <param name="Properties">What is special about it, each <c>property=value</c>.</param>
internal sealed record BlockState(string Name, IReadOnlyList<string> Properties)
{
    /// <summary>The longest text that is taken for a block; longer ones are nonsense.</summary>
    public const int MaxLength = 1024;

    private const string OwnNamespace = "minecraft:";

    /// <summary>Takes apart <c>namespace:name[property=value,…]</c>; any text is some block.</summary>
    public static BlockState Parse(string text)
    {
        var open = text.IndexOf('[', StringComparison.Ordinal);
        return open < 0
            ? Of(text, [])
            : Of(text[..open], text[(open + 1)..].TrimEnd(']').Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    /// <summary>The block of a full name.</summary>
    public static BlockState Of(string name, IReadOnlyList<string> properties) =>
        new(name.StartsWith(OwnNamespace, StringComparison.Ordinal) ? name[OwnNamespace.Length..] : name, properties);
}
