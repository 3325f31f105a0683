using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Views;

/// <summary>What is left to do on a site, and where, as one builder sees it: one pass over all cells.</summary>
/// <remarks>Offsets are from the builder's feet and as turned by the symmetry. Allocates nothing.</remarks>
internal sealed class SiteSurvey
{
    /// <summary>Within how many steps work pulls, scale by scale.</summary>
    public static ReadOnlySpan<float> Scales => [2, 5, 12];

    private const int FarthestStep = 192;

    private readonly float[] _fading = new float[3 * FarthestStep];
    private readonly float[] _pull = new float[3 * 3];
    private readonly int[] _needed = new int[ViewShape.Blocks];

    /// <summary>Makes the tables.</summary>
    public SiteSurvey()
    {
        for (var scale = 0; scale < Scales.Length; scale++)
        {
            for (var steps = 0; steps < FarthestStep; steps++)
            {
                _fading[(scale * FarthestStep) + steps] = MathF.Exp(-steps / Scales[scale]) / Math.Max(steps, 1);
            }
        }
    }

    /// <summary>How many cells are not as the goal has them.</summary>
    public int Left { get; private set; }

    /// <summary>How many of them hold a block that has to go.</summary>
    public int ToBreak { get; private set; }

    /// <summary>The lowest layer with work left; the height of the site if there is none.</summary>
    public int LowestLayer { get; private set; }

    /// <summary>How much work the lowest such layer has left.</summary>
    public int LeftInLowest { get; private set; }

    /// <summary>Where the nearest cell is that can be worked on: surplus, wrong, or missing beside a block.</summary>
    public BlockPos Nearest { get; private set; }

    /// <summary>The same in the lowest layer with work left.</summary>
    public BlockPos NearestInLowest { get; private set; }

    /// <summary>How many steps away that is; a large number if there is none.</summary>
    public int NearestDistance { get; private set; }

    /// <summary>Where work pulls, scale by scale: the sum over all cells of their direction, fading with distance.</summary>
    public ReadOnlySpan<float> Pull => _pull;

    /// <summary>How many cells lack each block.</summary>
    public ReadOnlySpan<int> Needed => _needed;

    /// <summary>Looks over the site.</summary>
    public void Take(in Observation observation, Symmetry symmetry)
    {
        Array.Clear(_pull);
        Array.Clear(_needed);
        (Left, ToBreak, LeftInLowest) = (0, 0, 0);
        LowestLayer = observation.Size.Height;
        (Nearest, NearestInLowest) = (default, default);
        NearestDistance = FarthestStep;
        var nearestInLowest = FarthestStep;
        var feet = observation.Locations[observation.Builder].Cell;
        var blocks = observation.Blocks;
        var goal = observation.Goal;
        var size = observation.Size;
        for (var cell = 0; cell < goal.Length; cell++)
        {
            if (blocks[cell] == goal[cell])
            {
                continue;
            }

            var at = size.PosOf(cell);
            var offset = symmetry.Turn(at - feet);
            var distance = Math.Min(Math.Abs(offset.X) + Math.Abs(offset.Y) + Math.Abs(offset.Z), FarthestStep - 1);
            Count(blocks[cell], goal[cell]);
            AddPull(offset, distance);
            if (at.Y < LowestLayer)
            {
                (LowestLayer, LeftInLowest, nearestInLowest) = (at.Y, 0, FarthestStep);
            }

            LeftInLowest += at.Y == LowestLayer ? 1 : 0;
            if (blocks[cell] == Block.Air && !HasNeighbour(blocks, size, at))
            {
                continue;
            }

            if (IsNearer(offset, distance, Nearest, NearestDistance))
            {
                (Nearest, NearestDistance) = (offset, distance);
            }

            if (at.Y == LowestLayer && IsNearer(offset, distance, NearestInLowest, nearestInLowest))
            {
                (NearestInLowest, nearestInLowest) = (offset, distance);
            }
        }
    }

    // Of two equally near, the one whose turned offset is less: the order of cells would not turn with the site.
    private static bool IsNearer(BlockPos offset, int distance, BlockPos nearest, int nearestDistance) =>
        distance != nearestDistance
            ? distance < nearestDistance
            : (offset.Y, offset.X, offset.Z).CompareTo((nearest.Y, nearest.X, nearest.Z)) < 0;

    private void Count(Block block, Block goal)
    {
        Left++;
        ToBreak += block == Block.Air ? 0 : 1;
        if (goal.IsPlaceable())
        {
            _needed[goal - Palette.FirstPlaceable]++;
        }
    }

    private void AddPull(BlockPos offset, int distance)
    {
        for (var scale = 0; scale < Scales.Length; scale++)
        {
            var pull = _fading[(scale * FarthestStep) + distance];
            _pull[3 * scale] += pull * offset.X;
            _pull[(3 * scale) + 1] += pull * offset.Y;
            _pull[(3 * scale) + 2] += pull * offset.Z;
        }
    }

    private static bool HasNeighbour(ReadOnlySpan<Block> blocks, GridSize size, BlockPos at)
    {
        foreach (var direction in BlockPos.Directions)
        {
            if (size.Contains(at + direction) && blocks[size.CellAt(at + direction)] != Block.Air)
            {
                return true;
            }
        }

        return false;
    }
}
