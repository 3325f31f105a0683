namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>Draws roofs: over the highest storey, and over whatever an upper storey leaves uncovered.</summary>
internal static class Roofs
{
    /// <summary>Draws all roofs of a house.</summary>
    public static void Draw(HouseDraft draft, HousePlan plan)
    {
        for (var i = 0; i < plan.Storeys.Count; i++)
        {
            var above = i + 1 < plan.Storeys.Count ? plan.Storeys[i + 1] : null;
            if (above?.Footprint != plan.Storeys[i].Footprint)
            {
                var roof = above is null ? plan.Roof : OverLowerStorey(plan.Roof);
                DrawOne(draft, plan with { Roof = roof }, plan.Storeys[i], above?.Footprint);
            }
        }
    }

    // Beside an upper storey a roof stays low, or it would stand before its windows.
    private static RoofPlan OverLowerStorey(RoofPlan roof) => roof with
    {
        Kind = roof.Kind is RoofKind.Parapet or RoofKind.Ring || roof.Solid ? RoofKind.Flat : RoofKind.Hip,
        MaxRise = 1,
        Overhang = false,
    };

    private static void DrawOne(HouseDraft draft, HousePlan plan, Storey storey, Footprint? above)
    {
        var roof = plan.Roof;
        var pitched = roof.Kind is not (RoofKind.Flat or RoofKind.Parapet or RoofKind.Ring or RoofKind.CrossGable);
        // The eaves of a pitched roof hang beside the walls: not where they would hang before a door.
        var overhang = roof.Overhang && (pitched ? storey.WallHeight >= 3 : roof.Kind == RoofKind.Flat);
        var covered = overhang ? Widened(storey.Footprint, roof.Kind) : storey.Footprint;
        var bottom = storey.Top + (overhang && pitched ? 0 : 1);
        var most = Math.Min(roof.MaxRise + storey.Top + 1, draft.Room.Height - 1) - bottom;
        var shape = RoofShape.Of(roof, covered, storey.Footprint.Parts, most);
        foreach (var (x, z) in covered.Cells())
        {
            if (above is null || !above[x, z])
            {
                DrawColumn(draft, plan, shape, (x, bottom, z));
            }
        }

        DrawRim(draft, plan, storey, above);
        if (pitched && plan.Interior.HasFlag(InteriorFeatures.Ceiling))
        {
            DrawCeiling(draft, plan, storey, above);
        }
    }

    private static void DrawColumn(HouseDraft draft, HousePlan plan, RoofShape shape, (int X, int Y, int Z) at)
    {
        var (height, low, gable) = (shape[at.X, at.Z], shape[at.X, at.Z], false);
        foreach (var side in Footprint.Sides)
        {
            var beside = shape[at.X + side.X, at.Z + side.Z];
            gable |= beside < 0;
            low = beside < 0 ? low : Math.Min(low, beside);
        }

        if (plan.Roof.Kind == RoofKind.Ring && !gable)
        {
            return;
        }

        if (gable)
        {
            draft.Column(at.X, at.Z, (at.Y, at.Y + height - 1), plan.Materials.Wall);
        }

        draft.Column(at.X, at.Z, (at.Y + (plan.Roof.Solid ? 0 : gable ? height : low), at.Y + height), plan.Materials.Roof);
    }

    private static void DrawRim(HouseDraft draft, HousePlan plan, Storey storey, Footprint? above)
    {
        if (plan.Roof.Kind != RoofKind.Parapet)
        {
            return;
        }

        foreach (var (x, z) in storey.Footprint.Cells())
        {
            var gap = plan.Roof.Battlements && (x + z) % 2 == 0;
            if (storey.Footprint.IsWall(x, z) && !gap && (above is null || !above[x, z]))
            {
                draft.Put(x, storey.Top + 2, z, plan.Materials.Accent);
            }
        }
    }

    private static void DrawCeiling(HouseDraft draft, HousePlan plan, Storey storey, Footprint? above)
    {
        foreach (var (x, z) in storey.Footprint.Cells())
        {
            if (storey.Footprint.IsInside(x, z) && (above is null || !above[x, z]))
            {
                draft.Put(x, storey.Top + 1, z, plan.Materials.Roof);
            }
        }
    }

    // A ridge's roof reaches out over its two long sides only; any other one all around.
    private static Footprint Widened(Footprint footprint, RoofKind kind)
    {
        var (reachX, reachZ) = kind switch
        {
            RoofKind.GableX or RoofKind.Gambrel => (0, 1),
            RoofKind.GableZ => (1, 0),
            _ => (1, 1),
        };
        var widened = new Footprint(footprint.Width, footprint.Depth);
        foreach (var (x, z) in footprint.Cells())
        {
            for (var dx = -reachX; dx <= reachX; dx++)
            {
                for (var dz = -reachZ; dz <= reachZ; dz++)
                {
                    if (widened.Ground.Contains(x + dx, z + dz))
                    {
                        widened[x + dx, z + dz] = true;
                    }
                }
            }
        }

        return widened;
    }
}
