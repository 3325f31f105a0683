using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Makes a structure small enough for the room in the way that loses least.</summary>
/// <remarks>
/// Ours. A structure that is a little too large loses slices, so that every block left is one of its own
/// (<see cref="SeamCarveTransform"/>); one that is much too large is scaled (<see cref="AreaSampleTransform"/>). If that
/// leaves nothing of it, because it is sparse or flat, it is halved until it fits, which loses no part entirely.
/// </remarks>
/// <param name="carveUpTo">How many times too large a structure may be along any axis to lose slices only.</param>
public sealed class ScaleToFitTransform(double carveUpTo = 1.5) : IGoalTransform
{
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
        var size = structure.Size;
        var little = size.Width <= carveUpTo * room.Width
            && size.Height <= carveUpTo * room.Height
            && size.Depth <= carveUpTo * room.Depth;
        var fitted = little ? Carve.Apply(structure, room, random) : Scale.Apply(structure, room, random);
        return fitted?.CountSolid() > 0 ? fitted : Halve.Apply(structure, room, random);
    }
}
