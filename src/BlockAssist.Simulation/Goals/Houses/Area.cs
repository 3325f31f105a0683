namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>A rectangle of cells as seen from above.</summary>
internal readonly record struct Area(int X, int Z, int Width, int Depth)
{
    /// <summary>The column east of the last one.</summary>
    public int EndX => X + Width;

    /// <summary>The row south of the last one.</summary>
    public int EndZ => Z + Depth;

    /// <summary>Whether a cell lies in the rectangle.</summary>
    public bool Contains(int x, int z) => x >= X && x < EndX && z >= Z && z < EndZ;

    /// <summary>The part that lies in another rectangle too.</summary>
    public Area ClippedTo(Area other)
    {
        var (x, z) = (Math.Max(X, other.X), Math.Max(Z, other.Z));
        return new Area(x, z, Math.Max(0, Math.Min(EndX, other.EndX) - x), Math.Max(0, Math.Min(EndZ, other.EndZ) - z));
    }

    /// <summary>The rectangle grown by so many cells on each side; shrunk if negative.</summary>
    public Area Grown(int x, int z) => new(X - x, Z - z, Width + (2 * x), Depth + (2 * z));
}
