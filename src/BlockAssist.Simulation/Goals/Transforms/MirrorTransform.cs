using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Makes a structure symmetric: its eastern half becomes the mirror image of its western half.</summary>
/// <remarks>MBAG's `mirror`. Not a reflection: doing it twice is the same as doing it once.</remarks>
public sealed class MirrorTransform : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "mirror";

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        var mirrored = structure.Clone();
        var slice = structure.Size.Height * structure.Size.Depth;
        for (var x = 0; x < structure.Size.Width / 2; x++)
        {
            structure.Blocks.Slice(x * slice, slice).CopyTo(mirrored.Blocks[((structure.Size.Width - 1 - x) * slice)..]);
        }

        return mirrored;
    }
}
