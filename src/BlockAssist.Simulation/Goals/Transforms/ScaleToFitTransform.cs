using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Makes a structure small enough for the room in the way that loses least.</summary>
/// <remarks>
/// Ours. A structure that is a little too large loses slices, so that every block left is one of its own
/// (<see cref="SeamCarveTransform"/>); one that is much too large is scaled (<see cref="AreaSampleTransform"/>). If that
/// leaves nothing of it, because it is sparse or flat, it is halved until it fits, which loses no part entirely. What was
/// more than twice too large, in which walls have grown together, is hollowed out.
/// </remarks>
/// <param name="carveUpTo">How many times too large a structure may be along any axis to lose slices only.</param>
public sealed class ScaleToFitTransform(double carveUpTo = 1.5) : IGoalTransform
{
    private const double HollowBeyond = 2;

    private static readonly SeamCarveTransform Carve = new();

    private static readonly AreaSampleTransform Scale =
        new(new AreaSampleOptions { MaxScalingFactor = double.PositiveInfinity });

    private static readonly AreaSampleTransform Halve = new(
        new AreaSampleOptions { MaxScalingFactor = double.PositiveInfinity, Interpolate = false, PreservePaths = false });

    /// <inheritdoc/>
    public string Name => "scale_to_fit";

    /// <inheritdoc/>
    public BlockGrid? Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        if (IsWithin(carveUpTo, structure.Size, room) && Carve.Apply(structure, room, random) is { } carved && carved.CountSolid() > 0)
        {
            return carved;
        }

        var scaled = Scale.Apply(structure, room, random);
        scaled = scaled?.CountSolid() > 0 ? scaled : Halve.Apply(structure, room, random);
        return scaled is null || IsWithin(HollowBeyond, structure.Size, room) ? scaled : Hollow(scaled);
    }

    private static bool IsWithin(double factor, GridSize size, GridSize room) =>
        size.Width <= factor * room.Width && size.Height <= factor * room.Height && size.Depth <= factor * room.Depth;

    private static BlockGrid Hollow(BlockGrid structure)
    {
        var hollow = structure.Clone();
        for (var cell = 0; cell < structure.Size.Volume; cell++)
        {
            if (IsEnclosed(structure, structure.Size.PosOf(cell)))
            {
                hollow[cell] = Block.Air;
            }
        }

        return hollow;
    }

    private static bool IsEnclosed(BlockGrid structure, BlockPos at)
    {
        for (var neighbour = 0; neighbour < 27; neighbour++)
        {
            var step = new BlockPos((neighbour / 9) - 1, (neighbour / 3 % 3) - 1, (neighbour % 3) - 1);
            if (structure.AtOrAir(at + step) == Block.Air)
            {
                return false;
            }
        }

        return true;
    }
}
