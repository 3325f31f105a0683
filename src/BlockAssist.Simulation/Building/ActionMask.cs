using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>Which actions a policy may choose, judged from its observation as MBAG does.</summary>
/// <remarks>
/// One byte an action, 1 for allowed. Coarser than the rules: reach is measured between whole cells, and only with line
/// of sight does it follow rays. So a masked-in action may fail, and the rules allow a few that are masked out.
/// </remarks>
public static class ActionMask
{
    private const double ReachSquared = ClickPoints.Reach * ClickPoints.Reach;
    private const int ReachInCells = 4;

    /// <summary>Writes the mask over flat actions, in the order of <see cref="ActionSpace"/>.</summary>
    /// <param name="site">The site.</param>
    /// <param name="builder">Who is to act.</param>
    /// <param name="lineOfSight">Whether placements and breaks must also be seen by a ray.</param>
    /// <param name="mask">At least as long as the action space.</param>
    public static void WriteFlat(BuildSite site, int builder, bool lineOfSight, Span<byte> mask)
    {
        ArgumentNullException.ThrowIfNull(site);
        var actions = site.Actions;
        mask = mask[..actions.Count];
        mask.Clear();
        mask[0] = 1;
        WriteEdits(site, builder, lineOfSight, mask[ActionSpace.FirstPlace..actions.FirstMove]);
        if (!site.Options.Teleportation)
        {
            WriteMoves(site, builder, mask[actions.FirstMove..actions.FirstGive]);
        }

        if (!site.Options.InfiniteBlocks)
        {
            WriteGifts(site, builder, mask[actions.FirstGive..]);
        }
    }

    /// <summary>Writes the planes of placing each block and, after them, the plane of breaking.</summary>
    /// <remarks>Where a block can go does not depend on which: one plane is worked out and copied for each block on offer.</remarks>
    private static void WriteEdits(BuildSite site, int builder, bool lineOfSight, Span<byte> planes)
    {
        var volume = site.Size.Volume;
        var place = planes.Slice((int)Palette.FirstPlaceable * volume, volume);
        var breaks = planes.Slice(Palette.Count * volume, volume);
        WriteReach(site, builder, place, breaks);
        RemoveBodies(site, place);
        if (lineOfSight)
        {
            KeepSeen(site, builder, place, breaks);
        }

        for (var block = Palette.Count - 1; block >= 0; block--)
        {
            // A person can come to hold bedrock; the mask then offers it, although only a person can place it.
            var offered = site.Options.InfiniteBlocks ? ((Block)block).IsPlaceable() : site.InventoryOf(builder).Held[block] > 0;
            var plane = planes.Slice(block * volume, volume);
            if (block != (int)Palette.FirstPlaceable && offered)
            {
                place.CopyTo(plane);
            }
        }

        if (!site.Options.InfiniteBlocks && site.InventoryOf(builder).Held[(int)Palette.FirstPlaceable] == 0)
        {
            place.Clear();
        }
    }

    /// <summary>Marks what can be placed into or broken, as far as blocks and distance go, row by row of z.</summary>
    private static void WriteReach(BuildSite site, int builder, Span<byte> place, Span<byte> breaks)
    {
        var size = site.Size;
        if (site.Options.Teleportation)
        {
            WriteRun(site, 0, size.Volume, place, breaks);
            return;
        }

        var head = site.LocationOf(builder).Cell + new BlockPos(0, 1, 0);
        for (var x = Math.Max(head.X - ReachInCells, 0); x <= Math.Min(head.X + ReachInCells, size.Width - 1); x++)
        {
            for (var y = Math.Max(head.Y - ReachInCells, 0); y <= Math.Min(head.Y + ReachInCells, size.Height - 1); y++)
            {
                var left = ReachSquared - ((x - head.X) * (x - head.X)) - ((y - head.Y) * (y - head.Y));
                if (left >= 0)
                {
                    var aside = (int)Math.Sqrt(left);
                    var from = Math.Max(head.Z - aside, 0);
                    var length = Math.Min(head.Z + aside, size.Depth - 1) + 1 - from;
                    if (length > 0)
                    {
                        WriteRun(site, size.CellAt(x, y, from), length, place, breaks);
                    }
                }
            }
        }
    }

    private static void WriteRun(BuildSite site, int cell, int length, Span<byte> place, Span<byte> breaks)
    {
        var blocks = site.Blocks.Slice(cell, length);
        var neighbours = site.Neighbours.Slice(cell, length);
        place = place.Slice(cell, length);
        breaks = breaks.Slice(cell, length);
        for (var i = 0; i < blocks.Length; i++)
        {
            place[i] = blocks[i] == Block.Air && neighbours[i] != 0 ? (byte)1 : (byte)0;
            breaks[i] = blocks[i] > Block.Bedrock ? (byte)1 : (byte)0;
        }
    }

    private static void RemoveBodies(BuildSite site, Span<byte> place)
    {
        if (site.Options.Teleportation)
        {
            return;
        }

        foreach (ref readonly var location in site.Locations)
        {
            var feet = location.Cell;
            foreach (var part in (ReadOnlySpan<BlockPos>)[feet, feet with { Y = feet.Y + 1 }])
            {
                if (site.Size.Contains(part))
                {
                    place[site.Size.CellAt(part)] = 0;
                }
            }
        }
    }

    private static void KeepSeen(BuildSite site, int builder, Span<byte> place, Span<byte> breaks)
    {
        Span<int> bodies = stackalloc int[2 * SiteOptions.MaxBuilders];
        var sight = site.Options.Teleportation ? site.SightOf(builder, bodies) : SightAsObserved(site, builder, bodies);
        KeepSeen(site, builder, ActionType.Place, sight, place);
        KeepSeen(site, builder, ActionType.Break, sight, breaks);
    }

    private static void KeepSeen(BuildSite site, int builder, ActionType type, in LineOfSight sight, Span<byte> plane)
    {
        for (var next = plane.IndexOf((byte)1); next >= 0;)
        {
            plane[next] = EditRules.Sees(site, builder, type, site.Size.PosOf(next), sight, out _) ? (byte)1 : (byte)0;
            var further = plane[(next + 1)..].IndexOf((byte)1);
            next = further < 0 ? -1 : next + 1 + further;
        }
    }

    // The mask knows of bodies what the observation shows: not heads above the site; and where a person overlaps another
    // builder, the person's own body alone, through which rays pass.
    private static LineOfSight SightAsObserved(BuildSite site, int builder, Span<int> scratch)
    {
        var own = site.LocationOf(builder);
        var count = 0;
        for (var other = 0; other < site.BuilderCount; other++)
        {
            var feet = site.LocationOf(other).Cell;
            for (var (part, up) = (feet, 0); up < 2 && other != builder; part = feet with { Y = feet.Y + ++up })
            {
                if (site.Size.Contains(part) && !own.BodyFills(part))
                {
                    scratch[count++] = LineOfSight.KeyOf(site.Size, part);
                }
            }
        }

        return new LineOfSight(site.Size, site.Blocks, scratch[..count]);
    }

    private static void WriteMoves(BuildSite site, int builder, Span<byte> moves)
    {
        for (var move = 0; move < ActionSpace.MoveCount; move++)
        {
            moves[move] = MayMove(site, builder, (ActionType)((int)ActionType.MovePosX + move)) ? (byte)1 : (byte)0;
        }
    }

    private static bool MayMove(BuildSite site, int builder, ActionType direction)
    {
        var feet = site.LocationOf(builder).Cell + MoveRules.StepOf(direction);
        var head = feet with { Y = Math.Min(feet.Y + 1, site.Size.Height - 1) };
        return site.Size.Contains(feet) && IsOpen(site, builder, feet) && IsOpen(site, builder, head);
    }

    private static bool IsOpen(BuildSite site, int builder, BlockPos at)
    {
        for (var other = 0; other < site.BuilderCount; other++)
        {
            if (other != builder && site.LocationOf(other).BodyFills(at))
            {
                return false;
            }
        }

        return site[at] == Block.Air;
    }

    private static void WriteGifts(BuildSite site, int builder, Span<byte> planes)
    {
        if (site.Options.Teleportation)
        {
            return;
        }

        var feet = site.LocationOf(builder).Cell;
        for (var other = 0; other < site.BuilderCount; other++)
        {
            var there = site.LocationOf(other).Cell;
            var isNear = Math.Abs(there.X - feet.X) <= 1 && Math.Abs(there.Z - feet.Z) <= 1 && Math.Abs(there.Y - feet.Y - 1) <= 1;
            for (var block = 0; isNear && other != builder && site.Size.Contains(there) && block < Palette.Count; block++)
            {
                planes[(block * site.Size.Volume) + site.Size.CellAt(there)] = site.InventoryOf(builder).Held[block] > 0 ? (byte)1 : (byte)0;
            }
        }
    }
}
