using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Varied;

/// <summary>The lower part of one structure under the upper part of another: what walls are like then tells little of the roof.</summary>
/// <param name="source">Makes both.</param>
public sealed class GraftedGoal(IGoalSource source) : IGoalSource
{
    private const int FewestLevels = 2;

    /// <inheritdoc/>
    public BlockGrid Generate(GridSize room, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var (grafted, upper) = (source.Generate(room, random), source.Generate(room, random));
        var from = random.Next(FewestLevels, Math.Max(FewestLevels, grafted.Size.Height - 1) + 1);
        for (var cell = 0; cell < grafted.Size.Volume; cell++)
        {
            var at = grafted.Size.PosOf(cell);
            if (at.Y >= from)
            {
                grafted.Blocks[cell] = upper.Size.Contains(at) ? upper[at.X, at.Y, at.Z] : Block.Air;
            }
        }

        return grafted;
    }
}
