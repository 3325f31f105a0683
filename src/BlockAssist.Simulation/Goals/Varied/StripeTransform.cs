using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Varied;

/// <summary>Builds some levels of a structure of another material.</summary>
public sealed class StripeTransform : IGoalTransform
{
    private const double ShareOfLevels = 0.35;

    /// <inheritdoc/>
    public string Name => "stripe";

    /// <inheritdoc/>
    public BlockGrid Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(structure);
        ArgumentNullException.ThrowIfNull(random);
        var (size, striped) = (structure.Size, structure.Clone());
        Span<Block> paints = stackalloc Block[size.Height];
        foreach (ref var paint in paints)
        {
            paint = random.NextDouble() < ShareOfLevels ? AnyMaterial.Draw(random) : Block.Air;
        }

        for (var cell = 0; cell < size.Volume; cell++)
        {
            var (block, paint) = (structure.Blocks[cell], paints[size.PosOf(cell).Y]);
            striped.Blocks[cell] = block > Block.Dirt && block != Block.Glass && paint != Block.Air ? paint : block;
        }

        return striped;
    }
}
