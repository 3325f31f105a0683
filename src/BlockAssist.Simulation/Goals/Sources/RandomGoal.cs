using System.Runtime.InteropServices;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Sources;

/// <summary>A heap of random blocks, all of them connected to the floor of the room.</summary>
/// <remarks>MBAG's `random`: every cell is filled with some probability, and what no chain of faces connects to the floor goes.</remarks>
/// <param name="filledShare">The probability that a cell is filled at first.</param>
public sealed class RandomGoal(double filledShare = 0.6) : IGoalSource
{
    /// <inheritdoc/>
    public BlockGrid Generate(GridSize room, SeededRandom random)
    {
        var noise = new bool[room.Volume];
        foreach (ref var filled in noise.AsSpan())
        {
            filled = random.NextDouble() < filledShare;
        }

        var goal = new BlockGrid(room);
        var components = new ConnectedComponents(room, MemoryMarshal.AsBytes(noise.AsSpan()), Connectivity.Faces, floor: true);
        for (var run = 0; run < components.Runs.Count; run++)
        {
            if (components.Runs[run] is { Length: > 0 } cells && components.ComponentOf(run) == ConnectedComponents.Ground)
            {
                FillRandomly(goal.Blocks.Slice(cells.Start, cells.Length), random);
            }
        }

        return goal;
    }

    private static void FillRandomly(Span<Block> cells, SeededRandom random)
    {
        foreach (ref var block in cells)
        {
            block = Palette.Placeable[random.Next(Palette.Placeable.Length)];
        }
    }
}
