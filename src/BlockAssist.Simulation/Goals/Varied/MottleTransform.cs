using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Varied;

/// <summary>Mixes another material into one of a structure's, block by block.</summary>
public sealed class MottleTransform : IGoalTransform
{
    private const double LargestShare = 0.5;

    /// <inheritdoc/>
    public string Name => "mottle";

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(random);
        var (mottled, share) = (structure.Clone(), LargestShare * random.NextDouble());
        var (from, to) = (AnyMaterial.Draw(random), AnyMaterial.Draw(random));
        foreach (ref var block in mottled.Blocks)
        {
            block = block == from && random.NextDouble() < share ? to : block;
        }

        return mottled;
    }
}
