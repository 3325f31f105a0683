using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Varied;

/// <summary>Takes away what cannot be seen from outside, straight from above or from one of the four sides: ceilings, floors, furniture, what fills a roof. The ground stays.</summary>
public sealed class HollowTransform : IGoalTransform
{
    private static readonly BlockPos[] Towards = [new(0, 1, 0), new(1, 0, 0), new(-1, 0, 0), new(0, 0, 1), new(0, 0, -1)];

    /// <inheritdoc/>
    public string Name => "hollow";

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(structure);
        var hollow = structure.Clone();
        for (var cell = 0; cell < structure.Size.Volume; cell++)
        {
            var at = structure.Size.PosOf(cell);
            if (at.Y > 0 && !IsSeen(structure, at))
            {
                hollow.Blocks[cell] = Block.Air;
            }
        }

        return hollow;
    }

    private static bool IsSeen(BlockGrid structure, BlockPos at)
    {
        foreach (var step in Towards)
        {
            var next = at + step;
            while (structure.Size.Contains(next) && structure[next.X, next.Y, next.Z] == Block.Air)
            {
                next += step;
            }

            if (!structure.Size.Contains(next))
            {
                return true;
            }
        }

        return false;
    }
}
