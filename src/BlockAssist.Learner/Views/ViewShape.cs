using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Views;

/// <summary>The shape of what a policy is shown: the cells around the builder, and facts about the rest.</summary>
/// <remarks>
/// A builder reaches no further than four cells from its head along any axis, so the view is 9×9 columns of 9 levels about
/// it, from three below the feet to five above. Axes x, z, level; what is turned by a <see cref="Symmetry"/> is the view.
/// </remarks>
public static class ViewShape
{
    /// <summary>How far the view goes to each side.</summary>
    public const int Radius = 4;

    /// <summary>How many columns along x and along z.</summary>
    public const int Edge = (2 * Radius) + 1;

    /// <summary>How many levels.</summary>
    public const int Levels = 9;

    /// <summary>How far the lowest level is below the feet.</summary>
    public const int Below = 3;

    /// <summary>How many cells.</summary>
    public const int Cells = Edge * Edge * Levels;

    /// <summary>What is said of each cell; see <see cref="CellFact"/>.</summary>
    public const int CellFacts = (int)CellFact.Count;

    /// <summary>How many kinds of block can be placed.</summary>
    public const int Blocks = Palette.Count - (int)Palette.FirstPlaceable;

    /// <summary>The mark of a cell whose goal is no block that can be placed.</summary>
    public const byte NoBlock = Blocks;

    /// <summary>What kinds of action a policy chooses from: no-op, place, break and the six moves, by their numbers.</summary>
    public const int Types = 9;

    /// <summary>The number of a cell of the view; −1 outside it.</summary>
    /// <param name="offset">Where the cell is from the feet, turned.</param>
    public static int CellAt(BlockPos offset)
    {
        var (x, level, z) = (offset.X + Radius, offset.Y + Below, offset.Z + Radius);
        return (uint)x < Edge && (uint)z < Edge && (uint)level < Levels ? (((x * Edge) + z) * Levels) + level : -1;
    }

    /// <summary>Where a cell of the view is from the feet, turned.</summary>
    public static BlockPos OffsetOf(int cell)
    {
        var (column, level) = Math.DivRem(cell, Levels);
        var (x, z) = Math.DivRem(column, Edge);
        return new BlockPos(x - Radius, level - Below, z - Radius);
    }
}
