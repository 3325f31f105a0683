using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Sources;

/// <summary>Two layers of cobblestone that fill the floor of the room.</summary>
/// <remarks>MBAG's `basic`.</remarks>
public sealed class BasicGoal : IGoalSource
{
    private const int Layers = 2;

    /// <inheritdoc/>
    public BlockGrid Generate(GridSize room, SeededRandom random)
    {
        var goal = new BlockGrid(room);
        goal.Fill(default, new BlockPos(room.Width, Layers, room.Depth), Block.Cobblestone);
        return goal;
    }
}
