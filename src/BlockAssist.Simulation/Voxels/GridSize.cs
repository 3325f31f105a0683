namespace BlockAssist.Simulation.Voxels;

/// <summary>The size of a box of cells, and how its cells are numbered.</summary>
/// <remarks>Cell <c>(x·Height + y)·Depth + z</c>, as in MBAG: x outermost, z innermost.</remarks>
public readonly record struct GridSize(int Width, int Height, int Depth)
{
    /// <summary>How many cells the box has.</summary>
    public int Volume => Width * Height * Depth;

    /// <summary>The number of the cell at a place inside the box.</summary>
    public int CellAt(BlockPos at) => (((at.X * Height) + at.Y) * Depth) + at.Z;

    /// <summary>The number of the cell at a place inside the box.</summary>
    public int CellAt(int x, int y, int z) => (((x * Height) + y) * Depth) + z;

    /// <summary>The place of a cell.</summary>
    public BlockPos PosOf(int cell)
    {
        var (column, z) = Math.DivRem(cell, Depth);
        var (x, y) = Math.DivRem(column, Height);
        return new BlockPos(x, y, z);
    }

    /// <summary>Whether a place is inside the box.</summary>
    public bool Contains(BlockPos at) => Contains(at.X, at.Y, at.Z);

    /// <summary>Whether a place is inside the box.</summary>
    public bool Contains(int x, int y, int z) => (uint)x < (uint)Width && (uint)y < (uint)Height && (uint)z < (uint)Depth;

    /// <inheritdoc/>
    public override string ToString() => $"{Width}×{Height}×{Depth}";
}
