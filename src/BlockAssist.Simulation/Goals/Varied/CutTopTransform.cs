using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Varied;

/// <summary>Leaves a structure unfinished or roofless: nothing is left above some level.</summary>
public sealed class CutTopTransform : IGoalTransform
{
    private const int FewestLevels = 2;

    /// <inheritdoc/>
    public string Name => "cut_top";

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(random);
        var (size, cut) = (structure.Size, structure.Clone());
        var levels = random.Next(Math.Min(FewestLevels, size.Height), size.Height + 1);
        for (var cell = 0; cell < size.Volume; cell++)
        {
            if (size.PosOf(cell).Y >= levels)
            {
                cut.Blocks[cell] = Block.Air;
            }
        }

        return cut;
    }
}
