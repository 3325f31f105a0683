using BlockAssist.Simulation.Goals.Varied;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Proposing;

/// <summary>A few pillars and a ragged plate on them that reaches beyond, here and there with something hanging from it.</summary>
internal sealed class OverhangGoal : IGoalSource
{
    private const int MostPillars = 3;
    private const int HangingInAHundred = 15;
    private const int MostHolesInAHundred = 30;

    /// <inheritdoc/>
    public BlockGrid Generate(GridSize room, SeededRandom random)
    {
        var grid = new BlockGrid(room);
        var (top, plate, pillar) = (random.Next(1, room.Height), AnyMaterial.Draw(random), AnyMaterial.Draw(random));
        var holes = random.Next(MostHolesInAHundred);
        for (var x = 0; x < room.Width; x++)
        {
            for (var z = 0; z < room.Depth; z++)
            {
                grid[x, 0, z] = Block.Dirt;
                grid[x, top, z] = random.Next(100) < holes ? Block.Air : plate;
                if (top > 2 && random.Next(100) < HangingInAHundred)
                {
                    grid[x, top - 1, z] = plate;
                }
            }
        }

        for (var pillars = random.Next(1, MostPillars + 1); pillars > 0; pillars--)
        {
            var (x, z) = (random.Next(room.Width), random.Next(room.Depth));
            for (var y = 1; y < top; y++)
            {
                grid[x, y, z] = pillar;
            }
        }

        return grid;
    }
}
