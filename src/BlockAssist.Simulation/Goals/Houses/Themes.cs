using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>A taste in materials.</summary>
internal enum Theme
{
    /// <summary>One block for nearly everything: what people in a hurry build.</summary>
    Plain,

    /// <summary>Logs and planks.</summary>
    Timber,

    /// <summary>Stone, cobblestone, bricks.</summary>
    Stone,

    /// <summary>Bricks or stone with large panes.</summary>
    BrickAndGlass,

    /// <summary>Wool walls with a contrasting frame.</summary>
    Wool,

    /// <summary>Whatever was at hand.</summary>
    Mixed,
}

/// <summary>Chooses materials that go together.</summary>
internal static class Themes
{
    private static readonly Block[] Solid =
        [Block.Planks, Block.Log, Block.Stone, Block.StoneBrick, Block.Cobblestone, Block.Wool];

    private static readonly (int, Theme)[] Weights =
        [(32, Theme.Plain), (21, Theme.Timber), (16, Theme.Stone), (10, Theme.BrickAndGlass), (12, Theme.Wool), (9, Theme.Mixed)];

    private static readonly (int, Block)[] PlainWalls =
    [
        (30, Block.Planks), (20, Block.Log), (22, Block.Stone), (9, Block.StoneBrick), (6, Block.Cobblestone), (13, Block.Wool),
    ];

    /// <summary>Chooses a taste.</summary>
    public static Theme Choose(Dice dice) => dice.Weigh<Theme>(Weights);

    /// <summary>Chooses the blocks of a house of that taste.</summary>
    public static Materials Materials(Theme theme, Dice dice) => theme switch
    {
        Theme.Timber => Of(dice, [Block.Planks, Block.Log, Block.Planks], [Block.Log, Block.Planks, Block.Cobblestone], [Block.Planks, Block.Planks, Block.Log, Block.Log, Block.Cobblestone]),
        Theme.Stone => Of(dice, [Block.Stone, Block.Stone, Block.StoneBrick, Block.Cobblestone], [Block.StoneBrick, Block.Cobblestone, Block.Stone, Block.Log], [Block.Planks, Block.Planks, Block.StoneBrick, Block.Cobblestone, Block.Stone]),
        Theme.BrickAndGlass => Of(dice, [Block.StoneBrick, Block.Stone], [Block.Stone, Block.Log, Block.StoneBrick], [Block.Planks, Block.Stone, Block.Glass]) with { Pane = Block.Glass },
        Theme.Wool => Of(dice, [Block.Wool], [Block.Log, Block.Planks, Block.StoneBrick], [Block.StoneBrick, Block.Planks, Block.Planks, Block.Wool, Block.Log]),
        Theme.Mixed => Of(dice, Solid, Solid, Solid),
        _ => Plain(dice),
    };

    private static Materials Of(Dice dice, ReadOnlySpan<Block> walls, ReadOnlySpan<Block> accents, ReadOnlySpan<Block> roofs)
    {
        var wall = dice.Pick(walls);
        var accent = dice.Chance(65) ? dice.Pick(accents) : wall;
        return new Materials(
            Wall: wall,
            Accent: accent,
            Base: dice.Pick<Block>([wall, wall, wall, accent, accent, Block.Cobblestone, Block.StoneBrick]),
            Floor: dice.Pick<Block>([wall, Block.Planks, Block.Planks, accent, Block.Stone, Block.Dirt]),
            Roof: dice.Chance(25) ? wall : dice.Pick(roofs),
            Pane: Pane(dice));
    }

    private static Materials Plain(Dice dice)
    {
        var wall = dice.Weigh<Block>(PlainWalls);
        var other = dice.Chance(22) ? dice.Pick<Block>(Solid) : wall;
        return new Materials(wall, dice.Chance(70) ? wall : other, wall, dice.Chance(14) ? Block.Dirt : wall, other, Pane(dice));
    }

    private static Block Pane(Dice dice) => dice.Chance(76) ? Block.Glass : Block.Air;
}
