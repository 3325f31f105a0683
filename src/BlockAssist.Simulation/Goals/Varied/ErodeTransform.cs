using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Varied;

/// <summary>Takes single blocks away, as if a structure were old or its shape irregular; the ground stays.</summary>
/// <param name="most">The largest share of blocks to take.</param>
public sealed class ErodeTransform(double most = 0.15) : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "erode";

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(random);
        var (size, eroded, share) = (structure.Size, structure.Clone(), most * random.NextDouble());
        for (var cell = 0; cell < size.Volume; cell++)
        {
            if (size.PosOf(cell).Y > 0 && random.NextDouble() < share)
            {
                eroded.Blocks[cell] = Block.Air;
            }
        }

        return eroded;
    }
}
