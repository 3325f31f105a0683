using BlockAssist.Simulation.Goals.Varied;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Proposing;

/// <summary>A closed box with blocks inside: what is built last hides what had to be built first.</summary>
internal sealed class FurnishedGoal : IGoalSource
{
    private const int MostFurniture = 50;

    /// <inheritdoc/>
    public BlockGrid Generate(GridSize room, SeededRandom random)
    {
        var grid = new BlockGrid(room);
        var (walls, roof, furniture) = (AnyMaterial.Draw(random), AnyMaterial.Draw(random), AnyMaterial.Draw(random));
        var (top, inAHundred) = (random.Next(Math.Min(3, room.Height - 1), room.Height), random.Next(MostFurniture));
        for (var cell = 0; cell < room.Volume; cell++)
        {
            var at = room.PosOf(cell);
            var isWall = at.X == 0 || at.Z == 0 || at.X == room.Width - 1 || at.Z == room.Depth - 1;
            grid[cell] = at.Y == 0 ? Block.Dirt
                : at.Y > top ? Block.Air
                : at.Y == top ? roof
                : isWall ? walls
                : at.Y == 1 && random.Next(100) < inAHundred ? furniture
                : Block.Air;
        }

        return grid;
    }
}
