using System.IO.Enumeration;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Blueprints.Naming;

/// <summary>Which block of our palette stands for which block of Minecraft: <c>assets/blocks/palette.tsv</c>.</summary>
internal sealed class BlockTable
{
    private readonly Dictionary<string, Block> _exact = [];
    private readonly List<(string Pattern, Block Block)> _patterns = [];

    private BlockTable(IEnumerable<(string Key, IReadOnlyList<string> Words)> lines)
    {
        foreach (var (key, names) in lines)
        {
            var block = Palette.Find(key) ?? throw new InvalidOperationException($"The block table names {key}, which is no block.");
            foreach (var name in names)
            {
                Add(name, block);
            }
        }
    }

    /// <summary>The table that comes with the program.</summary>
    public static BlockTable Default { get; } = new(TableText.Read("palette"));

    /// <summary>What stands for a block; null if no row knows it.</summary>
    public Block? Find(BlockState state)
    {
        foreach (var property in state.Properties)
        {
            if (_exact.TryGetValue($"{state.Name}[{property}]", out var special))
            {
                return special;
            }
        }

        return _exact.TryGetValue(state.Name, out var exact) ? exact : FindPattern(state.Name);
    }

    /// <summary>The name that stands for one of our blocks in files of Minecraft 1.13 and later.</summary>
    public static string NameOf(Block block) => block switch
    {
        Block.Log => "minecraft:oak_log",
        Block.Planks => "minecraft:oak_planks",
        Block.StoneBrick => "minecraft:stone_bricks",
        Block.Wool => "minecraft:white_wool",
        _ => $"minecraft:{Palette.NameOf(block)}",
    };

    private void Add(string name, Block block)
    {
        if (name.Contains('*', StringComparison.Ordinal))
        {
            _patterns.Add((name, block));
        }
        else
        {
            _exact.Add(name, block);
        }
    }

    private Block? FindPattern(string name)
    {
        if (name.Contains(':', StringComparison.Ordinal))
        {
            return null; // Another namespace: a mod's block, whatever it sounds like.
        }

        foreach (var (pattern, block) in _patterns)
        {
            if (FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false))
            {
                return block;
            }
        }

        return null;
    }
}
