using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>Ways for an episode to begin otherwise than with everybody in a row at step 0.</summary>
public static class SiteStart
{
    /// <summary>Puts each builder somewhere at random (MBAG's <c>random_start_locations</c>).</summary>
    /// <remarks>Every cell is equally likely; drawn again until feet and head are in air and clear of the builders placed before.</remarks>
    /// <exception cref="ArgumentException">There is no room for all of them.</exception>
    public static SiteState Scatter(SiteState start, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(random);
        var places = new List<Location>();
        foreach (var _ in start.Locations)
        {
            var open = OpenCells(start.Blocks, places);
            places.Add(open.Count > 0
                ? Location.Standing(open[random.Next(open.Count)])
                : throw new ArgumentException("There is no room for every builder.", nameof(start)));
        }

        return start with { Locations = places };
    }

    /// <summary>Begins in mid-episode (MBAG's <c>randomize_first_episode_length</c>), so that sites started together do not all end together.</summary>
    public static SiteState SkipSome(SiteState start, int horizon, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(random);
        return start with { Timestep = random.Next(horizon) };
    }

    private static List<BlockPos> OpenCells(BlockGrid blocks, List<Location> taken)
    {
        var open = new List<BlockPos>();
        for (var cell = 0; cell < blocks.Size.Volume; cell++)
        {
            var feet = blocks.Size.PosOf(cell);
            if (blocks[cell] == Block.Air && blocks.AtOrAir(feet with { Y = feet.Y + 1 }) == Block.Air && !taken.Exists(other => Overlap(other.Cell, feet)))
            {
                open.Add(feet);
            }
        }

        return open;
    }

    private static bool Overlap(BlockPos a, BlockPos b) => a.X == b.X && a.Z == b.Z && Math.Abs(a.Y - b.Y) <= 1;
}
