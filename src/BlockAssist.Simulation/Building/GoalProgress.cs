using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>How near the blocks of a site are to its goal, kept up to date block by block.</summary>
/// <remarks>
/// A cell is worth 1 if it equals the goal, <c>place_wrong</c> if both hold some block but not the same, else 0.
/// Two counts are enough to give the sum for any <c>place_wrong</c>, so no step looks at the whole grid.
/// </remarks>
internal sealed class GoalProgress
{
    /// <summary>Cells that equal the goal: MBAG's <c>goal_similarity</c>.</summary>
    public int Matching { get; private set; }

    /// <summary>Cells that hold a block where the goal has another block.</summary>
    public int Wrong { get; private set; }

    /// <summary>What one cell is worth.</summary>
    public static double Worth(Block block, Block goal, double placeWrong) =>
        block == goal ? 1 : IsWrong(block, goal) ? placeWrong : 0;

    /// <summary>How many cells of two grids are equal.</summary>
    public static int CountMatching(ReadOnlySpan<Block> blocks, ReadOnlySpan<Block> goal)
    {
        var count = 0;
        for (var cell = 0; cell < blocks.Length; cell++)
        {
            count += blocks[cell] == goal[cell] ? 1 : 0;
        }

        return count;
    }

    /// <summary>The worth of all cells.</summary>
    public double Similarity(double placeWrong) => Matching + (placeWrong * Wrong);

    /// <summary>Counts everything anew.</summary>
    public void Count(ReadOnlySpan<Block> blocks, ReadOnlySpan<Block> goal)
    {
        (Matching, Wrong) = (0, 0);
        for (var cell = 0; cell < blocks.Length; cell++)
        {
            Add(blocks[cell], goal[cell], 1);
        }
    }

    /// <summary>One cell changes.</summary>
    public void Change(Block old, Block now, Block goal)
    {
        Add(old, goal, -1);
        Add(now, goal, 1);
    }

    private static bool IsWrong(Block block, Block goal) => block != goal && block != Block.Air && goal != Block.Air;

    private void Add(Block block, Block goal, int count)
    {
        Matching += block == goal ? count : 0;
        Wrong += IsWrong(block, goal) ? count : 0;
    }
}
