using System.Globalization;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Blueprints.Naming;

/// <summary>The block numbers of Minecraft 1.12 and before: <c>assets/blocks/numbers.tsv</c>.</summary>
internal sealed class BlockNumbers
{
    private readonly Dictionary<int, IReadOnlyList<string>> _names;

    private BlockNumbers(IEnumerable<(string Key, IReadOnlyList<string> Words)> lines) =>
        _names = lines.ToDictionary(line => int.Parse(line.Key, CultureInfo.InvariantCulture), line => line.Words);

    /// <summary>The table that comes with the program.</summary>
    public static BlockNumbers Default { get; } = new(TableText.Read("numbers"));

    /// <summary>The name that 1.13 gave to a numbered block, or null if the number is none of the game's.</summary>
    public string? NameOf(int number, int data) => _names.TryGetValue(number, out var names) ? names[data % names.Count] : null;

    /// <summary>The number of one of our blocks; its data is 0.</summary>
    public static byte NumberOf(Block block) => block switch
    {
        Block.Air => 0,
        Block.Bedrock => 7,
        Block.Dirt => 3,
        Block.Cobblestone => 4,
        Block.Glass => 20,
        Block.Log => 17,
        Block.Planks => 5,
        Block.Stone => 1,
        Block.StoneBrick => 98,
        Block.Wool => 35,
        _ => throw new ArgumentOutOfRangeException(nameof(block)),
    };
}
