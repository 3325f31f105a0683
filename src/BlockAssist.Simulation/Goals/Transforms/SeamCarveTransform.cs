using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Makes a structure smaller by removing whole slices, the cheapest first, until it fits into the room.</summary>
/// <remarks>
/// MBAG's `seam_carve`. A slice costs its density times one coefficient, plus what removing it adds to the distance of
/// the cells from their original relative places times the other. Only axes that are too long lose slices. That distance
/// is the root of the mean of three sums, one an axis, so each axis is looked at alone: time follows the cells removed,
/// where MBAG's follows cells times slices for every slice removed.
/// </remarks>
/// <param name="positionCoefficient">What moving the cells away from their relative places costs.</param>
/// <param name="densityCoefficient">What removing blocks costs.</param>
/// <param name="maxOriginalSize">The room that a source may fill; 100×100×100 if it is not given.</param>
public sealed class SeamCarveTransform(
    double positionCoefficient = 1, double densityCoefficient = 1, GridSize? maxOriginalSize = null) : IGoalTransform
{
    // Costs closer than this differ by rounding only; the first slice of equals is removed.
    private const double Tie = 1e-12;

    /// <inheritdoc/>
    public string Name => "seam_carve";

    /// <inheritdoc/>
    public GridSize SourceRoom(GridSize room) => maxOriginalSize ?? AreaSampleTransform.UnlimitedRoom;

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        if (structure.Size.FitsInto(room))
        {
            return structure;
        }

        var seams = new Seams(structure);
        while (CheapestSlice(seams, room) is var (axis, index))
        {
            seams.Remove(axis, index);
        }

        return seams.ToGrid();
    }

    private (int Axis, int Index)? CheapestSlice(Seams seams, GridSize room)
    {
        Span<int> limits = [room.Width, room.Height, room.Depth];
        (int, int)? cheapest = null;
        var lowest = double.PositiveInfinity;
        for (var axis = 0; axis < limits.Length; axis++)
        {
            for (var index = 0; index < seams.Length(axis) && seams.Length(axis) > limits[axis]; index++)
            {
                var cost = (densityCoefficient * seams.Density(axis, index))
                    + (positionCoefficient * seams.AddedDistance(axis, index));
                if (cost < lowest - Tie)
                {
                    (lowest, cheapest) = (cost, (axis, index));
                }
            }
        }

        return cheapest;
    }
}
