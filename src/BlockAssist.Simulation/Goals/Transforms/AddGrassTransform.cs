using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Lays grass, which is dirt here, at the bottom of a structure.</summary>
/// <remarks>MBAG's `add_grass`.</remarks>
/// <param name="mode">Where the grass goes.</param>
public sealed class AddGrassTransform(GrassMode mode = GrassMode.Surround) : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "add_grass";

    /// <inheritdoc/>
    public GridSize SourceRoom(GridSize room) =>
        mode == GrassMode.Concatenate ? room with { Height = Math.Max(1, room.Height - 1) } : room;

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        var size = structure.Size;
        var grown = mode == GrassMode.Concatenate
            ? structure.Cut(new BlockPos(0, -1, 0), size with { Height = size.Height + 1 })
            : structure.Clone();
        for (var x = 0; x < size.Width; x++)
        {
            var row = grown.Blocks.Slice(grown.Size.CellAt(x, 0, 0), size.Depth);
            if (mode == GrassMode.Surround)
            {
                row.Replace(Block.Air, Block.Dirt);
            }
            else
            {
                row.Fill(Block.Dirt);
            }
        }

        return grown;
    }
}
