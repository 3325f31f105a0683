using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Blueprints.Formats;

/// <summary>Fills in the cells whose block no table row knows.</summary>
/// <remarks>
/// MBAG's "auto": the most frequent block among the 26 neighbours. Air does not vote, for a wall should not get holes
/// where somebody used a mod's block, nor do other unknown cells, so the order does not matter; a tie goes to the lower
/// block number; with no neighbour at all the cell becomes stone.
/// </remarks>
internal static class UnknownCells
{
    /// <summary>The grid, filled in wherever the marks are not 0.</summary>
    public static BlockGrid Fill(BlockGrid known, int[] marks)
    {
        var filled = known.Clone();
        for (var cell = 0; cell < marks.Length; cell++)
        {
            if (marks[cell] != 0)
            {
                filled[cell] = MostFrequentAround(known, known.Size.PosOf(cell));
            }
        }

        return filled;
    }

    private static Block MostFrequentAround(BlockGrid known, BlockPos at)
    {
        Span<int> votes = stackalloc int[Palette.Count];
        for (var i = 0; i < 27; i++)
        {
            votes[(int)known.AtOrAir(at + new BlockPos((i / 9) - 1, (i / 3 % 3) - 1, (i % 3) - 1))]++;
        }

        var best = Block.Stone;
        var most = 0;
        foreach (var block in Palette.Placeable)
        {
            if (votes[(int)block] > most)
            {
                (best, most) = (block, votes[(int)block]);
            }
        }

        return best;
    }
}
