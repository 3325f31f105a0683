using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>Sees to it that a house can be built from the ground up.</summary>
internal static class Soundness
{
    /// <summary>Removes every block that is not joined to the ground face by face: nobody could set it.</summary>
    /// <remarks>What is left can be set in the order in which it is found here, each block against an earlier one.</remarks>
    public static void RemoveLooseBlocks(BlockGrid blocks)
    {
        var joined = new bool[blocks.Size.Volume];
        var found = new Stack<int>();
        for (var cell = 0; cell < joined.Length; cell++)
        {
            // The ground lies on bedrock: each of its blocks stands by itself.
            if (blocks[cell] != Block.Air && blocks.Size.PosOf(cell).Y == 0)
            {
                joined[cell] = true;
                found.Push(cell);
            }
        }

        while (found.TryPop(out var cell))
        {
            JoinNeighbours(blocks, cell, joined, found);
        }

        for (var cell = 0; cell < joined.Length; cell++)
        {
            if (!joined[cell])
            {
                blocks[cell] = Block.Air;
            }
        }
    }

    private static void JoinNeighbours(BlockGrid blocks, int cell, bool[] joined, Stack<int> found)
    {
        var at = blocks.Size.PosOf(cell);
        foreach (var direction in BlockPos.Directions)
        {
            var next = at + direction;
            if (!blocks.Size.Contains(next))
            {
                continue;
            }

            var index = blocks.Size.CellAt(next);
            if (blocks[index] != Block.Air && !joined[index])
            {
                joined[index] = true;
                found.Push(index);
            }
        }
    }
}
