using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>One thing a builder does, or wants to do, in one step.</summary>
/// <param name="Type">What kind of action it is.</param>
/// <param name="Cell">The cell it is aimed at; 0 where the kind has none.</param>
/// <param name="Block">The block placed or given; air where the kind has none.</param>
/// <remarks>A value of eight bytes: a step handles them without allocating.</remarks>
public readonly record struct BuilderAction(ActionType Type, int Cell = 0, Block Block = Block.Air)
{
    /// <summary>How many kinds of action there are.</summary>
    public const int TypeCount = 10;

    /// <summary>Do nothing; what a policy answers when it is unsure.</summary>
    public static BuilderAction Noop => default;

    /// <summary>Whether it moves the builder.</summary>
    public bool IsMove => Type is >= ActionType.MovePosX and <= ActionType.MoveNegZ;

    /// <summary>Whether it changes a block.</summary>
    public bool IsEdit => Type is ActionType.Place or ActionType.Break;

    /// <summary>Put a block into an empty cell.</summary>
    public static BuilderAction Place(int cell, Block block) => new(ActionType.Place, cell, block);

    /// <summary>Take the block of a cell away.</summary>
    public static BuilderAction Break(int cell) => new(ActionType.Break, cell);

    /// <summary>Hand blocks to the builder who stands in a cell.</summary>
    public static BuilderAction Give(int cell, Block block) => new(ActionType.Give, cell, block);

    /// <summary>Move one cell.</summary>
    public static BuilderAction Move(ActionType direction) => new(direction);

    /// <inheritdoc/>
    public override string ToString() => Type switch
    {
        ActionType.Place or ActionType.Give => $"{Type} {((int)Block < Palette.Count ? Palette.NameOf(Block) : $"block {(int)Block}")} at {Cell}",
        ActionType.Break => $"{Type} {Cell}",
        _ => Type.ToString(),
    };
}
