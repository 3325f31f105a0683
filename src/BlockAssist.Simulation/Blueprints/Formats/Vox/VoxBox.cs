namespace BlockAssist.Simulation.Blueprints.Formats.Vox;

/// <summary>The box around all models of a scene.</summary>
/// <param name="Low">The lowest cell along each axis.</param>
/// <param name="High">The highest cell along each axis.</param>
internal sealed record VoxBox(long[] Low, long[] High)
{
    /// <summary>The box around models at their places; whole models, not only the voxels in them.</summary>
    public static VoxBox Around(IEnumerable<(VoxModel Model, VoxPlacement Placement)> parts)
    {
        var box = new VoxBox([long.MaxValue, long.MaxValue, long.MaxValue], [long.MinValue, long.MinValue, long.MinValue]);
        foreach (var (model, placement) in parts)
        {
            box.Include(placement, [model.X, model.Y, model.Z]);
        }

        return box;
    }

    /// <summary>How many cells it has along an axis.</summary>
    public long Length(int axis) => High[axis] - Low[axis] + 1;

    private void Include(VoxPlacement placement, ReadOnlySpan<int> size)
    {
        ReadOnlySpan<int> far = [size[0] - 1, size[1] - 1, size[2] - 1];
        for (var axis = 0; axis < 3; axis++)
        {
            var (one, other) = (placement.Map(axis, size, [0, 0, 0]), placement.Map(axis, size, far));
            Low[axis] = Math.Min(Low[axis], Math.Min(one, other));
            High[axis] = Math.Max(High[axis], Math.Max(one, other));
        }
    }
}
