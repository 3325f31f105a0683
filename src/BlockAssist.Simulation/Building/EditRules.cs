using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>When a block can be placed or broken, and what that does (MBAG's <c>try_break_place</c>).</summary>
internal static class EditRules
{
    /// <summary>Places or breaks if the rules allow it; otherwise changes nothing.</summary>
    public static bool TryApply(BuildSite site, int builder, BuilderAction action)
    {
        if (!CanPay(site, builder, action) || IsBlockedByBody(site, builder, action) || !IsPossible(site, builder, action, out var place))
        {
            return false;
        }

        Apply(site, builder, action);
        site.MoveTo(builder, place);
        return true;
    }

    /// <summary>Whether the cell can be placed into or broken, from where the builder may stand.</summary>
    private static bool IsPossible(BuildSite site, int builder, BuilderAction action, out Location place)
    {
        place = site.LocationOf(builder);
        if (site.ActsAsHuman(builder))
        {
            return true;
        }

        if (!SuitsCell(site, action))
        {
            return false;
        }

        Span<int> bodies = stackalloc int[2 * SiteOptions.MaxBuilders];
        var sight = site.SightOf(builder, bodies);
        return Sees(site, builder, action.Type, site.Size.PosOf(action.Cell), sight, out place);
    }

    /// <summary>Whether the cell is free for the block, or holds one that can be broken.</summary>
    public static bool SuitsCell(BuildSite site, BuilderAction action)
    {
        var block = site.Blocks[action.Cell];
        return action.Type == ActionType.Place
            ? block == Block.Air && action.Block.IsPlaceable()
            : block is not (Block.Air or Block.Bedrock);
    }

    /// <summary>Whether a ray leads to the cell, and the place the builder does it from.</summary>
    public static bool Sees(BuildSite site, int builder, ActionType type, BlockPos target, in LineOfSight sight, out Location place)
    {
        place = site.LocationOf(builder);
        if (!site.Options.Teleportation)
        {
            return new ClickPoints(site, type, target, place.Eye, sight).AnySeen();
        }

        var found = StandingPlaces.Find(site, type, target, sight);
        place = found ?? place;
        return found is not null;
    }

    /// <summary>Whether the rules allow the builder to place or break now.</summary>
    public static bool Allows(BuildSite site, int builder, BuilderAction action) =>
        CanPay(site, builder, action) && !IsBlockedByBody(site, builder, action) && IsPossible(site, builder, action, out _);

    /// <summary>Whether the rules would allow it if the builder stood elsewhere; where a builder teleports, that changes nothing.</summary>
    public static bool AllowsFrom(BuildSite site, int builder, BuilderAction action, BlockPos feet)
    {
        if (site.Options.Teleportation || site.ActsAsHuman(builder))
        {
            return ActionRules.Allows(site, builder, action);
        }

        if (!action.IsEdit || !site.Actions.IsWellFormed(action) || !NeedsSight(site, builder, action))
        {
            return false;
        }

        Span<int> bodies = stackalloc int[2 * SiteOptions.MaxBuilders];
        var sight = site.SightOf(builder, bodies);
        return new ClickPoints(site, action.Type, site.Size.PosOf(action.Cell), Location.Standing(feet).Eye, sight).AnySeen();
    }

    /// <summary>Whether the action gets as far as the search for a line of sight.</summary>
    public static bool NeedsSight(BuildSite site, int builder, BuilderAction action) =>
        !site.ActsAsHuman(builder) && CanPay(site, builder, action) && !IsBlockedByBody(site, builder, action) && SuitsCell(site, action);

    /// <summary>What MBAG's search for a line of sight finds: it does not stop at the first point.</summary>
    public static SeenPoints Candidates(BuildSite site, int builder, BuilderAction action, in LineOfSight sight)
    {
        var target = site.Size.PosOf(action.Cell);
        return site.Options.Teleportation
            ? StandingPlaces.Seen(site, action.Type, target, sight)
            : new ClickPoints(site, action.Type, target, site.LocationOf(builder).Eye, sight).Seen();
    }

    private static void Apply(BuildSite site, int builder, BuilderAction action)
    {
        var inventory = site.InventoryOf(builder);
        var old = site.Blocks[action.Cell];
        if (action.Type == ActionType.Place)
        {
            site.SetBlock(action.Cell, action.Block, builder);
            if (!site.Options.InfiniteBlocks)
            {
                inventory.Take(action.Block, 1);
            }
        }
        else
        {
            site.SetBlock(action.Cell, Block.Air, builder);
            if (!site.Options.InfiniteBlocks)
            {
                inventory.Put(old, 1);
            }
        }
    }

    private static bool CanPay(BuildSite site, int builder, BuilderAction action) =>
        site.Options.InfiniteBlocks
        || (action.Type == ActionType.Place
            ? site.InventoryOf(builder).Held[(int)action.Block] > 0
            : site.InventoryOf(builder).HasRoomFor(site.Blocks[action.Cell], 1));

    private static bool IsBlockedByBody(BuildSite site, int builder, BuilderAction action)
    {
        if (site.Options.Teleportation)
        {
            return false;
        }

        var target = site.Size.PosOf(action.Cell);
        for (var other = 0; other < site.BuilderCount; other++)
        {
            if (other != builder && site.LocationOf(other).BodyFills(target))
            {
                return true;
            }
        }

        return false;
    }
}
