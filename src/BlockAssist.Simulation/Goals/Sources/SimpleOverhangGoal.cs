using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Sources;

/// <summary>A pole with an arm that reaches across the room under its ceiling, and hangs down at the end.</summary>
/// <remarks>MBAG's `simple_overhang`, on a floor of dirt. What a low room has no place for is left out, where MBAG fails.</remarks>
public sealed class SimpleOverhangGoal : IGoalSource
{
    /// <inheritdoc/>
    public BlockGrid Generate(GridSize room, SeededRandom random)
    {
        var (goal, middle) = (new BlockGrid(room), room.Depth / 2);
        var (width, height) = (room.Width, room.Height);
        goal.Fill(default, new BlockPos(width, 1, room.Depth), Block.Dirt);
        goal.Fill(new BlockPos(0, 0, middle), new BlockPos(1, height, middle + 1), Block.Cobblestone);
        goal.Fill(new BlockPos(0, height - 2, middle), new BlockPos(width, height - 1, middle + 1), Block.Cobblestone);
        goal.Fill(new BlockPos(width - 1, height - 3, middle), new BlockPos(width, height - 2, middle + 1), Block.Cobblestone);
        return goal;
    }
}
