namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>The cells that a storey covers, as seen from above.</summary>
internal sealed class Footprint
{
    private readonly bool[] _cells;
    private readonly List<Area> _parts = [];

    /// <summary>A footprint of no cells on a ground of this size.</summary>
    public Footprint(int width, int depth)
    {
        Width = width;
        Depth = depth;
        _cells = new bool[width * depth];
    }

    /// <summary>The four ways out of a house: east, west, south, north.</summary>
    public static ReadOnlySpan<(int X, int Z)> Sides => FourSides;

    private static readonly (int X, int Z)[] FourSides = [(1, 0), (-1, 0), (0, 1), (0, -1)];

    /// <summary>The ground's cells from west to east.</summary>
    public int Width { get; }

    /// <summary>The ground's cells from north to south.</summary>
    public int Depth { get; }

    /// <summary>The rectangles it was put together from, the largest first by custom.</summary>
    public IReadOnlyList<Area> Parts => _parts;

    /// <summary>The ground as a rectangle.</summary>
    public Area Ground => new(0, 0, Width, Depth);

    /// <summary>Whether a cell is covered; none outside the ground is.</summary>
    public bool this[int x, int z]
    {
        get => (uint)x < (uint)Width && (uint)z < (uint)Depth && _cells[(x * Depth) + z];
        set => _cells[(x * Depth) + z] = value;
    }

    /// <summary>Covers a rectangle and remembers it as a part.</summary>
    public Footprint Add(Area area)
    {
        area = area.ClippedTo(Ground);
        _parts.Add(area);
        Set(area, true);
        return this;
    }

    /// <summary>Uncovers a rectangle.</summary>
    public Footprint Cut(Area area)
    {
        Set(area.ClippedTo(Ground), false);
        return this;
    }

    /// <summary>Whether a covered cell carries a wall: one of its eight neighbours is not covered.</summary>
    public bool IsWall(int x, int z) => this[x, z] && !Surrounded(x, z);

    /// <summary>Whether a covered cell is a room's: all around it is covered too.</summary>
    public bool IsInside(int x, int z) => this[x, z] && Surrounded(x, z);

    /// <summary>Whether a wall turns here: open ground, or the room's end, along both axes.</summary>
    public bool IsCorner(int x, int z) =>
        this[x, z] && !(this[x - 1, z] && this[x + 1, z]) && !(this[x, z - 1] && this[x, z + 1]);

    /// <summary>The covered cells, from west to east and in each column from north to south.</summary>
    public IEnumerable<(int X, int Z)> Cells()
    {
        var bounds = Bounds();
        for (var x = bounds.X; x < bounds.EndX; x++)
        {
            for (var z = bounds.Z; z < bounds.EndZ; z++)
            {
                if (this[x, z])
                {
                    yield return (x, z);
                }
            }
        }
    }

    /// <summary>The smallest rectangle around all covered cells.</summary>
    public Area Bounds()
    {
        var (minX, minZ, maxX, maxZ) = (Width, Depth, -1, -1);
        for (var x = 0; x < Width; x++)
        {
            for (var z = 0; z < Depth; z++)
            {
                if (_cells[(x * Depth) + z])
                {
                    (minX, minZ) = (Math.Min(minX, x), Math.Min(minZ, z));
                    (maxX, maxZ) = (Math.Max(maxX, x), Math.Max(maxZ, z));
                }
            }
        }

        return new Area(minX, minZ, maxX - minX + 1, maxZ - minZ + 1);
    }

    private void Set(Area area, bool covered)
    {
        for (var x = area.X; x < area.EndX; x++)
        {
            Array.Fill(_cells, covered, (x * Depth) + area.Z, area.Depth);
        }
    }

    private bool Surrounded(int x, int z)
    {
        for (var i = 0; i < 9; i++)
        {
            if (!this[x + (i / 3) - 1, z + (i % 3) - 1])
            {
                return false;
            }
        }

        return true;
    }
}
