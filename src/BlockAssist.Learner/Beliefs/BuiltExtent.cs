using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs;

/// <summary>How far what the others have built reaches sideways: where its edges are and its middle, about which houses are often alike.</summary>
/// <param name="West">The least x.</param>
/// <param name="East">The largest x; less than <paramref name="West"/> if nothing has been built.</param>
/// <param name="North">The least z.</param>
/// <param name="South">The largest z.</param>
internal readonly record struct BuiltExtent(int West, int East, int North, int South)
{
    private const int Ground = 1;

    private static readonly BuiltExtent Nothing = new(int.MaxValue, int.MinValue, int.MaxValue, int.MinValue);

    /// <summary>Whether nothing has been built.</summary>
    public bool IsEmpty => East < West;

    /// <summary>The extent of what stands above the ground; of floors and paths only if nothing does.</summary>
    /// <param name="observation">What is seen.</param>
    /// <param name="self">Whose work does not count.</param>
    public static BuiltExtent Of(in Observation observation, int self)
    {
        var (above, ground) = (Nothing, Nothing);
        var blocks = observation.Blocks;
        var last = observation.LastInteracted;
        for (var cell = 0; cell < blocks.Length; cell++)
        {
            if (blocks[cell] != Block.Air && last[cell] != BuildSite.Nobody && last[cell] != self)
            {
                var at = observation.Size.PosOf(cell);
                (above, ground) = at.Y > Ground ? (above.With(at), ground) : (above, ground.With(at));
            }
        }

        return above.IsEmpty ? ground : above;
    }

    /// <summary>How far inside the nearer edge along x a cell is; 0 at the edge, negative outside.</summary>
    public int InsideX(BlockPos at) => Math.Min(at.X - West, East - at.X);

    /// <summary>The same along z.</summary>
    public int InsideZ(BlockPos at) => Math.Min(at.Z - North, South - at.Z);

    /// <summary>The cell as far from the other edge along x.</summary>
    public BlockPos AcrossX(BlockPos at) => at with { X = West + East - at.X };

    /// <summary>The cell as far from the other edge along z.</summary>
    public BlockPos AcrossZ(BlockPos at) => at with { Z = North + South - at.Z };

    private BuiltExtent With(BlockPos at) => new(Math.Min(West, at.X), Math.Max(East, at.X), Math.Min(North, at.Z), Math.Max(South, at.Z));
}
