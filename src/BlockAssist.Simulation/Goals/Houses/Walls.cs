using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Houses;

/// <summary>Draws floors and the walls around them.</summary>
internal static class Walls
{
    /// <summary>Draws the foundation: what replaces the ground under the lowest storey, and lifts it if it is raised.</summary>
    public static void DrawFoundation(HouseDraft draft, HousePlan plan)
    {
        var (footprint, floor) = (plan.Storeys[0].Footprint, plan.Storeys[0].Base);
        foreach (var (x, z) in footprint.Cells())
        {
            draft.Column(x, z, (0, floor), plan.Materials.Base);
            if (footprint.IsInside(x, z))
            {
                draft.Put(x, floor, z, plan.Materials.Floor);
            }
        }
    }

    /// <summary>Draws the floor of an upper storey.</summary>
    public static void DrawFloor(HouseDraft draft, HousePlan plan, Storey storey)
    {
        var rim = plan.Walls.HasFlag(WallPattern.Beam) ? plan.Materials.Accent : plan.Materials.Wall;
        // Earth is for the ground; nobody lays it upstairs.
        var floor = plan.Materials.Floor == Block.Dirt ? plan.Materials.Wall : plan.Materials.Floor;
        foreach (var (x, z) in storey.Footprint.Cells())
        {
            draft.Put(x, storey.Base, z, storey.Footprint.IsInside(x, z) ? floor : rim);
        }
    }

    /// <summary>Draws the walls of a storey.</summary>
    public static void DrawWalls(HouseDraft draft, HousePlan plan, Storey storey, Dice dice)
    {
        var openSide = plan.Kind == HouseKind.HalfOpen && storey == plan.Storeys[0] ? dice.Pick(Footprint.Sides) : default;
        foreach (var (x, z) in storey.Footprint.Cells())
        {
            if (storey.Footprint.IsWall(x, z) && (storey.Footprint.IsCorner(x, z) || !IsOpen(plan, storey, (x, z), openSide)))
            {
                for (var y = storey.Base + 1; y <= storey.Top; y++)
                {
                    draft.Put(x, y, z, BlockAt(plan, storey, (x, y, z), dice));
                }
            }
        }
    }

    // Open are all sides of a pavilion and the outermost row of a half-open house's open side.
    private static bool IsOpen(HousePlan plan, Storey storey, (int X, int Z) at, (int X, int Z) openSide)
    {
        var bounds = storey.Footprint.Bounds();
        return plan.Kind == HouseKind.Pavilion
            || (openSide != default && !bounds.Contains(at.X + openSide.X, at.Z + openSide.Z));
    }

    private static Block BlockAt(HousePlan plan, Storey storey, (int X, int Y, int Z) at, Dice dice)
    {
        var (walls, materials) = (plan.Walls, plan.Materials);
        if (walls.HasFlag(WallPattern.Posts) && storey.Footprint.IsCorner(at.X, at.Z))
        {
            return materials.Accent;
        }

        if (walls.HasFlag(WallPattern.Frame) && (at.X + at.Z) % 3 == 0)
        {
            return materials.Accent;
        }

        if (walls.HasFlag(WallPattern.Beam) && at.Y == storey.Top)
        {
            return materials.Accent;
        }

        var low = storey.Base <= 1 && at.Y == storey.Base + 1;
        return (walls.HasFlag(WallPattern.Plinth) && low) || (walls.HasFlag(WallPattern.Weathered) && dice.Chance(18))
            ? materials.Base
            : materials.Wall;
    }
}
