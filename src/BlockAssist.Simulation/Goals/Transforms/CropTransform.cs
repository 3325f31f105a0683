using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Cuts a random box of the room's size out of a structure, about as dense as the whole.</summary>
/// <remarks>
/// MBAG's `crop`: up to 20 random boxes are tried, and the structure is rejected if the density of each is further from
/// the whole's than the tolerance, or if there is nothing in it.
/// </remarks>
/// <param name="densityThreshold">How far the density may be from the whole's, as a share of it.</param>
/// <param name="tetheredToGround">Whether the box starts at the bottom of the structure.</param>
/// <param name="wall">Whether the box is only one cell deep.</param>
public sealed class CropTransform(double densityThreshold = 0.25, bool tetheredToGround = true, bool wall = false)
    : IGoalTransform
{
    private const int Tries = 20;

    /// <inheritdoc/>
    public string Name => "crop";

    /// <inheritdoc/>
    public GridSize SourceRoom(GridSize room) => AreaSampleTransform.UnlimitedRoom;

    /// <inheritdoc/>
    public BlockGrid? Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        var whole = structure.Size;
        var density = structure.Density();
        var size = new GridSize(
            Math.Min(room.Width, whole.Width),
            Math.Min(room.Height, whole.Height),
            wall ? 1 : Math.Min(room.Depth, whole.Depth));
        for (var attempt = 0; attempt < Tries && density > 0; attempt++)
        {
            var x = random.Next(whole.Width - size.Width + 1);
            var y = tetheredToGround ? 0 : random.Next(whole.Height - size.Height + 1);
            var z = random.Next(whole.Depth - size.Depth + 1);
            var crop = structure.Cut(new BlockPos(x, y, z), size);
            if (Math.Abs(crop.Density() - density) / density <= densityThreshold)
            {
                return crop;
            }
        }

        return null;
    }
}
