using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Makes all blocks of a structure the same.</summary>
/// <remarks>MBAG's `uniform_block_type`.</remarks>
/// <param name="block">The block that stands for all others.</param>
public sealed class UniformBlockTypeTransform(Block block = Block.Dirt) : IGoalTransform
{
    /// <inheritdoc/>
    public string Name => "uniform_block_type";

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        var uniform = structure.Clone();
        foreach (ref var cell in uniform.Blocks)
        {
            cell = cell == Block.Air ? Block.Air : block;
        }

        return uniform;
    }
}
