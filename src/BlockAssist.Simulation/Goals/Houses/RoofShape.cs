namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>How high a roof stands above its lowest blocks, cell by cell.</summary>
internal sealed class RoofShape
{
    private readonly int[] _heights;
    private readonly Footprint _covered;

    private RoofShape(Footprint covered)
    {
        _covered = covered;
        _heights = new int[covered.Width * covered.Depth];
    }

    /// <summary>The height over a cell; −1 where there is no roof.</summary>
    public int this[int x, int z] => _covered[x, z] ? _heights[(x * _covered.Depth) + z] : -1;

    /// <summary>The shape of a roof over the covered cells, no higher than <paramref name="most"/>.</summary>
    /// <param name="roof">What roof it is.</param>
    /// <param name="covered">What it covers, its overhang included.</param>
    /// <param name="parts">The rectangles that make up the house: the wings of a cross gable.</param>
    /// <param name="most">The height it must not exceed.</param>
    public static RoofShape Of(RoofPlan roof, Footprint covered, IReadOnlyList<Area> parts, int most)
    {
        var shape = new RoofShape(covered);
        if (roof.Kind is RoofKind.Flat or RoofKind.Parapet or RoofKind.Ring || most <= 0)
        {
            var twoThick = roof is { Kind: RoofKind.Flat, Solid: true } && most > 0;
            Array.Fill(shape._heights, twoThick ? 1 : 0);
            return shape;
        }

        var bounds = covered.Bounds();
        var rings = roof.Kind is RoofKind.Hip or RoofKind.Dome ? Rings(covered, bounds) : [];
        var radius = rings.Length == 0 ? 1 : rings.Max() + 1;
        foreach (var (x, z) in covered.Cells())
        {
            var steps = roof.Kind switch
            {
                RoofKind.GableX or RoofKind.Gambrel => Run(covered, (x, z), (0, 1)),
                RoofKind.GableZ => Run(covered, (x, z), (1, 0)),
                RoofKind.CrossGable => parts.Max(part => Wing(part, x, z)),
                RoofKind.Shed => bounds.Width % 2 == 0 ? x - bounds.X : z - bounds.Z,
                _ => rings[(x * covered.Depth) + z],
            };
            shape._heights[(x * covered.Depth) + z] = Math.Min(most, Rise(roof, steps, radius));
        }

        return shape;
    }

    private static int Rise(RoofPlan roof, int steps, int radius) => roof.Kind switch
    {
        RoofKind.Gambrel => steps < 2 ? 2 * steps : 2 + (steps / 2),
        RoofKind.Dome => DomeRise(steps, radius),
        _ => roof.Shallow ? steps / 2 : steps,
    };

    private static int DomeRise(int steps, int radius)
    {
        var fromCentre = radius - steps - 0.5;
        return (int)Math.Round(Math.Sqrt((radius * radius) - (fromCentre * fromCentre)));
    }

    // How far a cell lies from the nearer end of its row.
    private static int Run(Footprint covered, (int X, int Z) at, (int X, int Z) step)
    {
        var run = 0;
        while (covered[at.X + ((run + 1) * step.X), at.Z + ((run + 1) * step.Z)]
            && covered[at.X - ((run + 1) * step.X), at.Z - ((run + 1) * step.Z)])
        {
            run++;
        }

        return run;
    }

    private static int Wing(Area part, int x, int z)
    {
        if (!part.Contains(x, z))
        {
            return 0;
        }

        return part.Width >= part.Depth ? Math.Min(z - part.Z, part.EndZ - 1 - z) : Math.Min(x - part.X, part.EndX - 1 - x);
    }

    // How many rings of cells lie around each cell: two sweeps, each from one corner to the opposite one.
    private static int[] Rings(Footprint covered, Area bounds)
    {
        var rings = new int[covered.Width * covered.Depth];
        for (var x = bounds.X; x < bounds.EndX; x++)
        {
            for (var z = bounds.Z; z < bounds.EndZ; z++)
            {
                rings[(x * covered.Depth) + z] = 1 + Math.Min(Math.Min(At(x - 1, z - 1), At(x - 1, z)), Math.Min(At(x - 1, z + 1), At(x, z - 1)));
            }
        }

        for (var x = bounds.EndX - 1; x >= bounds.X; x--)
        {
            for (var z = bounds.EndZ - 1; z >= bounds.Z; z--)
            {
                var behind = 1 + Math.Min(Math.Min(At(x + 1, z + 1), At(x + 1, z)), Math.Min(At(x + 1, z - 1), At(x, z + 1)));
                rings[(x * covered.Depth) + z] = Math.Min(At(x, z), behind);
            }
        }

        return rings;

        int At(int x, int z) => covered[x, z] ? rings[(x * covered.Depth) + z] : -1;
    }
}
