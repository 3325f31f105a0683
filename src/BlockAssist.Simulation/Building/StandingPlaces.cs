using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>The places a teleporting builder may stand at to reach a cell.</summary>
/// <remarks>
/// Up to 4 cells aside and 5 below or 3 above; feet and head in air; the body not in the target. MBAG draws one by
/// Python's salted hash, which no second run repeats; here the first that works in a fixed order, near ones first, is taken.
/// </remarks>
internal static class StandingPlaces
{
    private static readonly BlockPos[] Offsets =
    [
        .. from dx in Enumerable.Range(-4, 9)
           from dy in Enumerable.Range(-5, 9)
           from dz in Enumerable.Range(-4, 9)
           orderby Math.Abs(dx) + Math.Abs(dy + 1) + Math.Abs(dz)
           select new BlockPos(dx, dy, dz),
    ];

    /// <summary>All click points that are seen from the places one can stand at.</summary>
    public static SeenPoints Seen(BuildSite site, ActionType type, BlockPos target, in LineOfSight sight)
    {
        var seen = default(SeenPoints);
        foreach (var offset in Offsets)
        {
            if (CanStand(site, type, target, offset, sight))
            {
                seen += new ClickPoints(site, type, target, Location.Standing(target + offset).Eye, sight).Seen();
            }
        }

        return seen;
    }

    /// <summary>The place to do it from; null if there is none.</summary>
    public static Location? Find(BuildSite site, ActionType type, BlockPos target, in LineOfSight sight)
    {
        foreach (var offset in Offsets)
        {
            if (Works(site, type, target, offset, sight))
            {
                return Location.Standing(target + offset);
            }
        }

        return null;
    }

    /// <summary>Whether a place is one that the rules allow.</summary>
    public static bool Allows(BuildSite site, ActionType type, BlockPos target, BlockPos feet, in LineOfSight sight)
    {
        var offset = feet - target;
        return Array.IndexOf(Offsets, offset) >= 0 && Works(site, type, target, offset, sight);
    }

    private static bool Works(BuildSite site, ActionType type, BlockPos target, BlockPos offset, in LineOfSight sight) =>
        CanStand(site, type, target, offset, sight)
        && new ClickPoints(site, type, target, Location.Standing(target + offset).Eye, sight).AnySeen();

    private static bool CanStand(BuildSite site, ActionType type, BlockPos target, BlockPos offset, in LineOfSight sight)
    {
        var feet = target + offset;
        var head = feet with { Y = feet.Y + 1 };
        return site.Size.Contains(feet) && !IsInTarget(type, offset) && sight.IsFree(feet) && sight.IsFree(head);
    }

    private static bool IsInTarget(ActionType type, BlockPos offset) =>
        offset.X == 0 && offset.Z == 0 && offset.Y >= -1 && offset.Y <= (type == ActionType.Place ? 1 : 0);
}
