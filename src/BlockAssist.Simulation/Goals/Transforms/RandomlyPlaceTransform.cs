using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Puts a structure at a random place on the floor of the room; air around it.</summary>
/// <remarks>MBAG's `randomly_place`. A structure larger than the room is rejected, where MBAG fails.</remarks>
public sealed class RandomlyPlaceTransform : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "randomly_place";

    /// <inheritdoc/>
    public BlockGrid? Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        if (!structure.Size.FitsInto(room))
        {
            return null;
        }

        var placed = new BlockGrid(room);
        var x = random.Next(room.Width - structure.Size.Width + 1);
        var z = random.Next(room.Depth - structure.Size.Depth + 1);
        placed.Paste(structure, new BlockPos(x, 0, z));
        return placed;
    }
}
