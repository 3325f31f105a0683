using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>A point in the world, in blocks; of a builder, the middle of the soles of the feet.</summary>
/// <remarks>Doubles, but reproducible: only sums, products and quotients, which IEEE 754 fixes to the last bit.</remarks>
public readonly record struct Location(double X, double Y, double Z)
{
    /// <summary>How far the eyes are above the feet.</summary>
    public const double EyeHeight = 1.6;

    /// <summary>How far from the origin a builder may be, along any axis: in the site, or not far from it.</summary>
    internal const double Farthest = 1024;

    /// <summary>Whether a builder may be here.</summary>
    internal bool IsNearOrigin => Math.Abs(X) <= Farthest && Math.Abs(Y) <= Farthest && Math.Abs(Z) <= Farthest;

    /// <summary>The cell this point is in.</summary>
    public BlockPos Cell => new((int)Math.Floor(X), (int)Math.Floor(Y), (int)Math.Floor(Z));

    /// <summary>The eyes of a builder whose feet are here.</summary>
    public Location Eye => this with { Y = Y + EyeHeight };

    /// <summary>The feet of a builder who stands in the middle of a cell.</summary>
    public static Location Standing(BlockPos cell) => new(cell.X + 0.5, cell.Y, cell.Z + 0.5);

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({X}, {Y}, {Z})");

    /// <summary>The square of the distance to another point.</summary>
    public double DistanceSquared(in Location other)
    {
        var (x, y, z) = (X - other.X, Y - other.Y, Z - other.Z);
        return (x * x) + (y * y) + (z * z);
    }

    /// <summary>Whether a body that stands here fills the cell: with its feet, or with its head one above.</summary>
    public bool BodyFills(BlockPos cell)
    {
        var feet = Cell;
        return feet.X == cell.X && feet.Z == cell.Z && (feet.Y == cell.Y || feet.Y + 1 == cell.Y);
    }
}
