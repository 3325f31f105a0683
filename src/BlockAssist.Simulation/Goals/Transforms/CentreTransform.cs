using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Puts a structure into the middle of the floor of the room; air around it.</summary>
/// <remarks>Ours: `randomly_place` without chance. A structure larger than the room is rejected.</remarks>
public sealed class CentreTransform : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "centre";

    /// <inheritdoc/>
    public BlockGrid? Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        if (!structure.Size.FitsInto(room))
        {
            return null;
        }

        var placed = new BlockGrid(room);
        var x = (room.Width - structure.Size.Width) / 2;
        var z = (room.Depth - structure.Size.Depth) / 2;
        placed.Paste(structure, new BlockPos(x, 0, z));
        return placed;
    }
}
