using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Scales a structure down until it fits into the room.</summary>
/// <remarks>
/// MBAG's `area_sample`: resample so that the size is the room's times a power of two, then halve, each 2×2×2 cells
/// becoming the commonest of their blocks that is not air, the highest of equals. What fits stays as it is; what is too
/// large by more than the maximal factor is rejected.
/// </remarks>
public sealed class AreaSampleTransform : IGoalTransform
{
    // Keeps the structure before halving within 2×8×2 times the size of the one that came in.
    private const int LargestRatio = 4;

    private readonly AreaSampleOptions _options;

    /// <summary>The transform with these options.</summary>
    public AreaSampleTransform(AreaSampleOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxScalingFactor);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxScalingFactorRatio, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxScalingFactorRatio, LargestRatio);
        ArgumentOutOfRangeException.ThrowIfNegative(options.InterpolationOrder);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.InterpolationOrder, SplineWeights.MaxOrder);
        _options = options;
    }

    /// <inheritdoc/>
    public string Name => "area_sample";

    /// <summary>What MBAG asks of a source when the structure will be made smaller anyway.</summary>
    internal static GridSize UnlimitedRoom => new(100, 100, 100);

    /// <inheritdoc/>
    public GridSize SourceRoom(GridSize room) => UnlimitedRoom;

    /// <inheritdoc/>
    public BlockGrid? Apply(BlockGrid structure, GridSize room, SeededRandom random)
    {
        var size = structure.Size;
        if (size.FitsInto(room))
        {
            return structure;
        }

        var factor = _options.MaxScalingFactor;
        return size.Width / factor > room.Width || size.Height / factor > room.Height || size.Depth / factor > room.Depth
            ? null
            : ScaleDown(structure, room);
    }

    private BlockGrid ScaleDown(BlockGrid structure, GridSize room)
    {
        if (_options.PreservePaths)
        {
            structure = WalkablePaths.Mark(structure);
        }

        if (_options.Interpolate)
        {
            structure = BlockZoom.Resample(structure, SizeBeforeHalving(structure.Size, room), _options.InterpolationOrder);
        }

        while (!structure.Size.FitsInto(room))
        {
            structure = Halve(structure);
        }

        // A copy already: what does not fit is halved at least once.
        WalkablePaths.Carve(structure);
        return structure;
    }

    private GridSize SizeBeforeHalving(GridSize size, GridSize room)
    {
        var x = Math.Min(1, (double)room.Width / size.Width);
        var y = Math.Min(1, (double)room.Height / size.Height);
        var z = Math.Min(1, (double)room.Depth / size.Depth);
        var scale = 1.0;
        while (scale * Math.Min(x, Math.Min(y, z)) < 1)
        {
            scale *= 2;
        }

        var horizontal = Math.Min(x * scale, z * scale);
        var vertical = y * scale;
        if (_options.ScaleYIndependently)
        {
            vertical = Math.Min(vertical, horizontal * _options.MaxScalingFactorRatio);
            horizontal = Math.Min(horizontal, vertical * _options.MaxScalingFactorRatio);
        }
        else
        {
            horizontal = vertical = Math.Min(horizontal, vertical);
        }

        return new GridSize(Scaled(size.Width, horizontal), Scaled(size.Height, vertical), Scaled(size.Depth, horizontal));
    }

    private static int Scaled(int length, double zoom) =>
        Math.Max(1, (int)Math.Round(length * zoom, MidpointRounding.ToEven));

    private static BlockGrid Halve(BlockGrid structure)
    {
        var size = structure.Size;
        var half = new BlockGrid(new GridSize((size.Width + 1) / 2, (size.Height + 1) / 2, (size.Depth + 1) / 2));
        for (var cell = 0; cell < half.Size.Volume; cell++)
        {
            var at = half.Size.PosOf(cell);
            half[cell] = BlockOfEight(structure, new BlockPos(2 * at.X, 2 * at.Y, 2 * at.Z));
        }

        return half;
    }

    private static Block BlockOfEight(BlockGrid structure, BlockPos from)
    {
        Span<int> counts = stackalloc int[256];
        counts.Clear();
        for (var corner = 0; corner < 8; corner++)
        {
            counts[(int)structure.AtOrAir(from + new BlockPos(corner & 1, (corner >> 1) & 1, corner >> 2))]++;
        }

        counts[(int)Block.Air] = 0;
        return counts[WalkablePaths.Path] > 0 ? (Block)WalkablePaths.Path : StructureFacts.MostFrequent(counts);
    }
}
