using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Makes a huge structure coarser by a whole factor, so that what comes after has little to do.</summary>
/// <remarks>
/// Ours. Each box of cells becomes the commonest of its blocks that is not air, or air if it holds less than half of a
/// wall one block thick; if that leaves nothing, any block fills its box. One factor for width and depth, one for height.
/// Time follows the cells of the structure.
/// </remarks>
/// <param name="maxFactor">How many times the room the result may be along each axis; at least 1.</param>
public sealed class BoxSampleTransform(int maxFactor) : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "box_sample";

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        var size = structure.Size;
        var across = Math.Max(Factor(size.Width, room.Width), Factor(size.Depth, room.Depth));
        var up = Factor(size.Height, room.Height);
        if (across == 1 && up == 1)
        {
            return structure;
        }

        var box = new GridSize(Math.Min(across, size.Width), up, Math.Min(across, size.Depth));
        var sampled = Sample(structure, box, box.Volume / (2 * Math.Max(across, up)));
        return sampled.CountSolid() > 0 ? sampled : Sample(structure, box, 1);
    }

    private int Factor(int length, int room) => Math.Max(1, CeilingOf(length, maxFactor * room));

    private static BlockGrid Sample(BlockGrid structure, GridSize box, int fewest)
    {
        var size = structure.Size;
        var sampled = new BlockGrid(new GridSize(
            CeilingOf(size.Width, box.Width), CeilingOf(size.Height, box.Height), CeilingOf(size.Depth, box.Depth)));
        Span<int> counts = stackalloc int[Palette.Count];
        for (var cell = 0; cell < sampled.Size.Volume; cell++)
        {
            var at = sampled.Size.PosOf(cell);
            var solid = CountBox(structure, new BlockPos(at.X * box.Width, at.Y * box.Height, at.Z * box.Depth), box, counts);
            sampled[cell] = solid > 0 && solid >= fewest ? StructureFacts.MostFrequent(counts) : Block.Air;
        }

        return sampled;
    }

    private static int CountBox(BlockGrid structure, BlockPos from, GridSize box, Span<int> counts)
    {
        counts.Clear();
        var size = structure.Size;
        var solid = 0;
        for (var x = from.X; x < Math.Min(from.X + box.Width, size.Width); x++)
        {
            for (var y = from.Y; y < Math.Min(from.Y + box.Height, size.Height); y++)
            {
                var row = structure.Blocks.Slice(size.CellAt(x, y, from.Z), Math.Min(box.Depth, size.Depth - from.Z));
                foreach (var block in row)
                {
                    counts[(int)block]++;
                }

                solid += row.Length - row.Count(Block.Air);
            }
        }

        counts[(int)Block.Air] = 0;
        return solid;
    }

    private static int CeilingOf(int length, int step) => (length + step - 1) / step;
}
