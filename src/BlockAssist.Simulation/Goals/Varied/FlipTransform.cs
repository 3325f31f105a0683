using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Varied;

/// <summary>Reflects a structure, from west to east, from north to south, both or neither.</summary>
public sealed class FlipTransform : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "flip";

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(random);
        var (alongX, alongZ) = (random.Next(2) == 0, random.Next(2) == 0);
        var (size, flipped) = (structure.Size, new BlockGrid(structure.Size));
        for (var cell = 0; cell < size.Volume; cell++)
        {
            var at = size.PosOf(cell);
            var to = new BlockPos(alongX ? size.Width - 1 - at.X : at.X, at.Y, alongZ ? size.Depth - 1 - at.Z : at.Z);
            flipped.Blocks[size.CellAt(to)] = structure.Blocks[cell];
        }

        return flipped;
    }
}
