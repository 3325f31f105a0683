using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Views;

/// <summary>One of the eight ways to turn and mirror a site about the vertical that leave the rules as they are.</summary>
/// <param name="Number">0–7: the mirror image along x if 4 or more, then so many quarter turns from +x to +z.</param>
public readonly record struct Symmetry(int Number)
{
    /// <summary>How many there are.</summary>
    public const int Count = 8;

    /// <summary>The one that changes nothing.</summary>
    public static Symmetry Identity => default;

    /// <summary>The one that undoes this one.</summary>
    public Symmetry Inverse => Number >= 4 ? this : new Symmetry((4 - Number) % 4);

    /// <summary>Where a step or an offset leads once the site is turned.</summary>
    public BlockPos Turn(BlockPos offset)
    {
        var x = Number >= 4 ? -offset.X : offset.X;
        return (Number & 3) switch
        {
            0 => offset with { X = x },
            1 => new BlockPos(-offset.Z, offset.Y, x),
            2 => new BlockPos(-x, offset.Y, -offset.Z),
            _ => new BlockPos(offset.Z, offset.Y, -x),
        };
    }

    /// <summary>What a kind of action is called once the site is turned: moves change, all else stays.</summary>
    public ActionType Turn(ActionType type)
    {
        if (type is < ActionType.MovePosX or > ActionType.MoveNegZ)
        {
            return type;
        }

        var turned = Turn(BlockPos.Directions[type - ActionType.MovePosX]);
        return (ActionType)((int)ActionType.MovePosX + BlockPos.Directions.IndexOf(turned));
    }

    /// <summary>A box of blocks, turned; a quarter turn swaps width and depth.</summary>
    public BlockGrid Turn(BlockGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        var size = TurnedSize(grid.Size);
        var turned = new BlockGrid(size);
        for (var cell = 0; cell < grid.Size.Volume; cell++)
        {
            turned[TurnCell(grid.Size.PosOf(cell), grid.Size)] = grid[cell];
        }

        return turned;
    }

    /// <summary>The size of a box once it is turned.</summary>
    public GridSize TurnedSize(GridSize size) => (Number & 1) == 0 ? size : new GridSize(size.Depth, size.Height, size.Width);

    /// <summary>Where a place of a box is once the box is turned.</summary>
    public BlockPos TurnCell(BlockPos at, GridSize size)
    {
        var turned = Turn(at);
        var corner = Turn(new BlockPos(size.Width - 1, 0, size.Depth - 1));
        return new BlockPos(turned.X - Math.Min(corner.X, 0), at.Y, turned.Z - Math.Min(corner.Z, 0));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{90 * (Number & 3)}°{(Number >= 4 ? " mirrored" : "")}";
}
