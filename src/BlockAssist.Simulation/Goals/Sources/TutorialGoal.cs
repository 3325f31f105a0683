using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Sources;

/// <summary>A small house that is open on one side, for people who build for the first time.</summary>
/// <remarks>
/// MBAG's `tutorial`: a floor of stone, walls of planks with windows of glass above, logs at the corners, a roof of
/// cobblestone. What a small room has no place for is left out, where MBAG fails.
/// </remarks>
public sealed class TutorialGoal : IGoalSource
{
    private const int Planks = 1;
    private const int Windows = 2;
    private const int Roof = 3;

    /// <inheritdoc/>
    public BlockGrid Generate(GridSize room, SeededRandom random)
    {
        var goal = new BlockGrid(room);
        Layer(goal, 0, Block.Stone);
        Walls(goal, Planks, Block.Planks);
        Walls(goal, Windows, Block.Glass);
        foreach (var (x, z) in new[] { (0, 0), (0, room.Depth - 1), (room.Width - 1, 0), (room.Width - 1, room.Depth - 1) })
        {
            goal.Fill(new BlockPos(x, Planks, z), new BlockPos(x + 1, Roof, z + 1), Block.Log);
        }

        Layer(goal, Roof, Block.Cobblestone);
        return goal;
    }

    private static void Layer(BlockGrid goal, int y, Block block) =>
        goal.Fill(new BlockPos(0, y, 0), new BlockPos(goal.Size.Width, y + 1, goal.Size.Depth), block);

    // The wall in the east is left out.
    private static void Walls(BlockGrid goal, int y, Block block)
    {
        var (eastEnd, southEnd) = (goal.Size.Width - 1, goal.Size.Depth - 1);
        goal.Fill(new BlockPos(1, y, 0), new BlockPos(eastEnd, y + 1, 1), block);
        goal.Fill(new BlockPos(1, y, southEnd), new BlockPos(eastEnd, y + 1, southEnd + 1), block);
        goal.Fill(new BlockPos(0, y, 1), new BlockPos(1, y + 1, southEnd), block);
    }
}
