namespace BlockAssist.Simulation.Voxels;

/// <summary>The blocks of the game as a whole: how many there are, which a builder can place, what they are called.</summary>
public static class Palette
{
    /// <summary>How many kinds of block there are, air and bedrock included.</summary>
    public const int Count = 10;

    /// <summary>The first block that a builder can place; all later ones can be placed too.</summary>
    public const Block FirstPlaceable = Block.Dirt;

    private static readonly string[] Names =
        ["air", "bedrock", "dirt", "cobblestone", "glass", "log", "planks", "stone", "stonebrick", "wool"];

    /// <summary>The blocks that a builder can place, ascending.</summary>
    public static ReadOnlySpan<Block> Placeable =>
    [
        Block.Dirt, Block.Cobblestone, Block.Glass, Block.Log, Block.Planks, Block.Stone, Block.StoneBrick, Block.Wool,
    ];

    /// <summary>Whether a builder can place the block.</summary>
    public static bool IsPlaceable(this Block block) => (uint)(block - FirstPlaceable) < Count - (uint)FirstPlaceable;

    /// <summary>The block's name in lower case, as in MBAG and in our files.</summary>
    public static string NameOf(Block block) => Names[(int)block];

    /// <summary>The block of that name, or null if the palette has none.</summary>
    public static Block? Find(string name)
    {
        var index = Array.IndexOf(Names, name);
        return index < 0 ? null : (Block)index;
    }
}
