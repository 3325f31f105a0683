using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Cuts away the empty layers on all six sides.</summary>
/// <remarks>MBAG's `crop_air`. A structure of nothing but air stays as it is.</remarks>
public sealed class CropAirTransform : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "crop_air";

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        var size = structure.Size;
        var (from, to) = (new BlockPos(size.Width, size.Height, size.Depth), new BlockPos(-1, -1, -1));
        for (var x = 0; x < size.Width; x++)
        {
            for (var y = 0; y < size.Height; y++)
            {
                var row = structure.Blocks.Slice(size.CellAt(x, y, 0), size.Depth);
                var (first, last) = (row.IndexOfAnyExcept(Block.Air), row.LastIndexOfAnyExcept(Block.Air));
                if (first >= 0)
                {
                    from = new BlockPos(Math.Min(from.X, x), Math.Min(from.Y, y), Math.Min(from.Z, first));
                    to = new BlockPos(Math.Max(to.X, x), Math.Max(to.Y, y), Math.Max(to.Z, last));
                }
            }
        }

        var inner = new GridSize(to.X - from.X + 1, to.Y - from.Y + 1, to.Z - from.Z + 1);
        return to.X < 0 || inner == size ? structure : structure.Cut(from, inner);
    }
}
