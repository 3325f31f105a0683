using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>When a builder can move one cell, and where that leads. Everybody flies: there is no gravity.</summary>
internal static class MoveRules
{
    /// <summary>Moves if the rules allow it; otherwise changes nothing.</summary>
    public static bool TryApply(BuildSite site, int builder, ActionType direction)
    {
        if (!Allows(site, builder, direction))
        {
            return false;
        }

        site.MoveTo(builder, Location.Standing(site.LocationOf(builder).Cell + StepOf(direction)));
        return true;
    }

    /// <summary>Whether the rules allow the builder to move now.</summary>
    public static bool Allows(BuildSite site, int builder, ActionType direction)
    {
        if (site.Options.Teleportation)
        {
            return false;
        }

        var feet = site.LocationOf(builder).Cell + StepOf(direction);
        return IsOpen(site, feet) && (site.Options.Builders[builder].IsHuman || !IsTaken(site, builder, feet));
    }

    /// <summary>The step that a move makes.</summary>
    public static BlockPos StepOf(ActionType direction) => BlockPos.Directions[direction - ActionType.MovePosX];

    private static bool IsOpen(BuildSite site, BlockPos feet)
    {
        var head = feet with { Y = feet.Y + 1 };
        return site.Size.Contains(feet)
            && site[feet] == Block.Air
            && (head.Y >= site.Size.Height || site[head] == Block.Air);
    }

    private static bool IsTaken(BuildSite site, int builder, BlockPos feet)
    {
        for (var other = 0; other < site.BuilderCount; other++)
        {
            var there = site.LocationOf(other).Cell;
            if (other != builder && there.X == feet.X && there.Z == feet.Z && Math.Abs(there.Y - feet.Y) <= 1)
            {
                return true;
            }
        }

        return false;
    }
}
