namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>The shapes of a floor plan.</summary>
internal enum FootprintKind
{
    /// <summary>One rectangle.</summary>
    Rectangle,

    /// <summary>A rectangle that lacks one corner.</summary>
    L,

    /// <summary>A rectangle with a wing from the middle of one side.</summary>
    T,

    /// <summary>A rectangle with a bay cut into one side.</summary>
    U,

    /// <summary>Two rectangles crossing.</summary>
    Cross,

    /// <summary>A ring around a yard.</summary>
    Courtyard,

    /// <summary>A rectangle with its corners cut off: as round as blocks can be.</summary>
    Round,

    /// <summary>Two rectangles that overlap in a corner.</summary>
    Offset,
}

/// <summary>Draws floor plans.</summary>
internal static class Footprints
{
    /// <summary>Whether a shape's arms are all wide enough for a room inside such a rectangle.</summary>
    public static bool Fits(FootprintKind kind, Area bounds)
    {
        var (shorter, longer) = (Math.Min(bounds.Width, bounds.Depth), Math.Max(bounds.Width, bounds.Depth));
        return kind switch
        {
            FootprintKind.Rectangle => true,
            FootprintKind.L or FootprintKind.Offset => shorter >= 5,
            FootprintKind.T or FootprintKind.Cross or FootprintKind.Round => shorter >= 5 && longer >= 6,
            FootprintKind.U => shorter >= 6 && longer >= 8,
            _ => shorter >= 8 && longer >= 9,
        };
    }

    /// <summary>Draws a shape that fills the rectangle from side to side.</summary>
    public static Footprint Draw(FootprintKind kind, (int Width, int Depth) ground, Area bounds, Dice dice)
    {
        var footprint = new Footprint(ground.Width, ground.Depth);
        return kind switch
        {
            FootprintKind.L => DrawL(footprint, bounds, dice),
            FootprintKind.T => DrawT(footprint, bounds, dice),
            FootprintKind.U => DrawU(footprint, bounds, dice),
            FootprintKind.Cross => DrawCross(footprint, bounds, dice),
            FootprintKind.Courtyard => DrawCourtyard(footprint, bounds, dice),
            FootprintKind.Round => DrawRound(footprint, bounds),
            FootprintKind.Offset => DrawOffset(footprint, bounds, dice),
            _ => footprint.Add(bounds),
        };
    }

    private static Footprint DrawL(Footprint footprint, Area bounds, Dice dice)
    {
        var (width, depth) = (dice.Between(3, bounds.Width - 2), dice.Between(3, bounds.Depth - 2));
        var (east, south) = (dice.Chance(50), dice.Chance(50));
        footprint.Add(bounds with { X = east ? bounds.EndX - width : bounds.X, Width = width });
        return footprint.Add(bounds with { Z = south ? bounds.EndZ - depth : bounds.Z, Depth = depth });
    }

    private static Footprint DrawT(Footprint footprint, Area bounds, Dice dice)
    {
        var south = dice.Chance(50);
        if (bounds.Width >= bounds.Depth)
        {
            var (bar, stem) = (dice.Between(3, bounds.Depth - 1), dice.Between(3, bounds.Width - 2));
            footprint.Add(bounds with { Z = south ? bounds.EndZ - bar : bounds.Z, Depth = bar });
            return footprint.Add(bounds with { X = bounds.X + ((bounds.Width - stem) / 2), Width = stem });
        }

        var (width, depth) = (dice.Between(3, bounds.Width - 1), dice.Between(3, bounds.Depth - 2));
        footprint.Add(bounds with { X = south ? bounds.EndX - width : bounds.X, Width = width });
        return footprint.Add(bounds with { Z = bounds.Z + ((bounds.Depth - depth) / 2), Depth = depth });
    }

    private static Footprint DrawU(Footprint footprint, Area bounds, Dice dice)
    {
        var far = dice.Chance(50);
        if (bounds.Width >= bounds.Depth)
        {
            var (bay, deep) = (bounds.Width - (2 * dice.Between(3, (bounds.Width - 2) / 2)), dice.Between(1, bounds.Depth - 3));
            footprint.Add(bounds with { Z = far ? bounds.Z : bounds.Z + deep, Depth = bounds.Depth - deep });
            footprint.Add(bounds with { Width = (bounds.Width - bay) / 2 });
            return footprint.Add(bounds with { X = bounds.X + ((bounds.Width + bay) / 2), Width = (bounds.Width - bay) / 2 });
        }

        var (gap, reach) = (bounds.Depth - (2 * dice.Between(3, (bounds.Depth - 2) / 2)), dice.Between(1, bounds.Width - 3));
        footprint.Add(bounds with { X = far ? bounds.X : bounds.X + reach, Width = bounds.Width - reach });
        footprint.Add(bounds with { Depth = (bounds.Depth - gap) / 2 });
        return footprint.Add(bounds with { Z = bounds.Z + ((bounds.Depth + gap) / 2), Depth = (bounds.Depth - gap) / 2 });
    }

    private static Footprint DrawCross(Footprint footprint, Area bounds, Dice dice)
    {
        var (insetX, insetZ) = (dice.Between(1, (bounds.Width - 3) / 2), dice.Between(1, (bounds.Depth - 3) / 2));
        return footprint.Add(bounds.Grown(-insetX, 0)).Add(bounds.Grown(0, -insetZ));
    }

    private static Footprint DrawCourtyard(Footprint footprint, Area bounds, Dice dice)
    {
        var (x, z) = (dice.Between(3, (bounds.Width - 2) / 2), dice.Between(3, (bounds.Depth - 2) / 2));
        return footprint.Add(bounds).Cut(bounds.Grown(-x, -z));
    }

    private static Footprint DrawRound(Footprint footprint, Area bounds)
    {
        footprint.Add(bounds);
        var shorter = Math.Min(bounds.Width, bounds.Depth);
        for (var x = 0; x < bounds.Width; x++)
        {
            for (var z = 0; z < bounds.Depth; z++)
            {
                // How far a cell lies from the nearest corner, in steps along the two sides.
                var (cornerX, cornerZ) = (Math.Min(x, bounds.Width - 1 - x), Math.Min(z, bounds.Depth - 1 - z));
                footprint[bounds.X + x, bounds.Z + z] = cornerX + cornerZ >= (shorter + 1) / 4;
            }
        }

        return footprint;
    }

    private static Footprint DrawOffset(Footprint footprint, Area bounds, Dice dice)
    {
        var (cutX, cutZ) = (dice.Between(1, bounds.Width - 4), dice.Between(1, bounds.Depth - 4));
        var falling = dice.Chance(50);
        var (width, depth) = (bounds.Width - cutX, bounds.Depth - cutZ);
        footprint.Add(new Area(bounds.X, falling ? bounds.Z : bounds.Z + cutZ, width, depth));
        return footprint.Add(new Area(bounds.X + cutX, falling ? bounds.Z + cutZ : bounds.Z, width, depth));
    }
}
