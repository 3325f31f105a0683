namespace BlockAssist.Simulation.Building;

/// <summary>When a builder can hand blocks to another, and how many change hands.</summary>
internal static class GiveRules
{
    private const int GivenAtOnce = 5;
    private const int GivenByHuman = 1;

    /// <summary>Hands the blocks over if the rules allow it; otherwise changes nothing.</summary>
    public static bool TryApply(BuildSite site, int giver, BuilderAction action)
    {
        if (!Allows(site, giver, action, out var receiver, out var count))
        {
            return false;
        }

        site.InventoryOf(giver).Take(action.Block, count);
        site.InventoryOf(receiver).Put(action.Block, count);
        return true;
    }

    /// <summary>Whether the rules allow the gift now, to whom it goes and how many blocks it is.</summary>
    public static bool Allows(BuildSite site, int giver, BuilderAction action, out int receiver, out int count)
    {
        receiver = FindReceiver(site, action.Cell);
        count = Math.Min(
            site.Options.Builders[giver].IsHuman ? GivenByHuman : GivenAtOnce,
            site.InventoryOf(giver).Held[(int)action.Block]);
        return !site.Options.InfiniteBlocks
            && receiver >= 0
            && receiver != giver
            && count > 0
            && IsNear(site, giver, receiver)
            && site.InventoryOf(receiver).HasRoomFor(action.Block, count);
    }

    /// <summary>The first builder who stands in the cell; −1 if none does.</summary>
    private static int FindReceiver(BuildSite site, int cell)
    {
        var place = Location.Standing(site.Size.PosOf(cell));
        for (var builder = 0; builder < site.BuilderCount; builder++)
        {
            if (Within(site.LocationOf(builder), place, 0.5))
            {
                return builder;
            }
        }

        return -1;
    }

    private static bool IsNear(BuildSite site, int giver, int receiver) =>
        site.Options.Teleportation
        || site.Options.Builders[giver].IsHuman
        || Within(site.LocationOf(giver), site.LocationOf(receiver), 1);

    private static bool Within(in Location a, in Location b, double distance) =>
        Math.Abs(a.X - b.X) <= distance && Math.Abs(a.Y - b.Y) <= distance && Math.Abs(a.Z - b.Z) <= distance;
}
