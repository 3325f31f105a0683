namespace BlockAssist.Simulation.Voxels;

/// <summary>The place of one cell, in whole blocks: x east, y up, z south.</summary>
public readonly record struct BlockPos(int X, int Y, int Z)
{
    /// <summary>Adds two places coordinate by coordinate.</summary>
    public static BlockPos operator +(BlockPos a, BlockPos b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>Takes one place from another coordinate by coordinate: where <paramref name="a"/> is, seen from <paramref name="b"/>.</summary>
    public static BlockPos operator -(BlockPos a, BlockPos b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>The steps to the six neighbours: +x, −x, +y, −y, +z, −z.</summary>
    public static ReadOnlySpan<BlockPos> Directions => SixDirections;

    private static readonly BlockPos[] SixDirections =
        [new(1, 0, 0), new(-1, 0, 0), new(0, 1, 0), new(0, -1, 0), new(0, 0, 1), new(0, 0, -1)];

    /// <inheritdoc/>
    public override string ToString() => $"({X}, {Y}, {Z})";
}
