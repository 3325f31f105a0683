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

    /// <summary>Writes the mask as 28 planes of one byte a cell; an action without a cell fills its whole plane.</summary>
    public static void WriteChannels(BuildSite site, int builder, bool lineOfSight, Span<byte> mask)
    {
        ArgumentNullException.ThrowIfNull(site);
        var volume = site.Size.Volume;
        mask = mask[..(ActionSpace.ChannelCount * volume)];
        mask.Clear();
        mask[..volume].Fill(1);
        WriteEdits(site, builder, lineOfSight, mask[(ActionSpace.PlaceChannel * volume)..(ActionSpace.MoveChannel * volume)]);
        if (!site.Options.Teleportation)
        {
            Span<byte> moves = stackalloc byte[ActionSpace.MoveCount];
            WriteMoves(site, builder, moves);
            for (var move = 0; move < moves.Length; move++)
            {
                mask.Slice((ActionSpace.MoveChannel + move) * volume, volume).Fill(moves[move]);
            }
        }

        if (!site.Options.InfiniteBlocks)
        {
            WriteGifts(site, builder, mask[(ActionSpace.GiveChannel * volume)..]);
        }
    }

    /// <summary>Writes the planes of placing each block and, after them, the plane of breaking.</summary>
    private static void WriteEdits(BuildSite site, int builder, bool lineOfSight, Span<byte> planes)
    {
        Span<int> bodies = stackalloc int[2 * SiteOptions.MaxBuilders];
        var sight = site.Options.Teleportation ? site.SightOf(builder, bodies) : SightAsObserved(site, builder, bodies);
        Span<bool> offered = stackalloc bool[Palette.Count];
        for (var block = 0; block < Palette.Count; block++)
        {
            // A person can come to hold bedrock; the mask then offers it, although only a person can place it.
            offered[block] = site.Options.InfiniteBlocks ? ((Block)block).IsPlaceable() : site.InventoryOf(builder).Held[block] > 0;
        }

        var look = new Look(site, builder, lineOfSight, sight);
        var head = site.LocationOf(builder).Cell + new BlockPos(0, 1, 0);
        var (from, to) = BoxInReach(site, head);
        for (var x = from.X; x <= to.X; x++)
        {
            for (var y = from.Y; y <= to.Y; y++)
            {
                for (var z = from.Z; z <= to.Z; z++)
                {
                    var at = new BlockPos(x, y, z);
                    if (IsInReach(site, at, head))
                    {
                        WriteCell(look, at, offered, planes);
                    }
                }
            }
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
                if (part.Y < site.Size.Height && !own.BodyFills(part))
                {
                    scratch[count++] = LineOfSight.KeyOf(site.Size, part);
                }
            }
        }

        return new LineOfSight(site.Size, site.Blocks, scratch[..count]);
    }

    private static void WriteCell(in Look look, BlockPos at, ReadOnlySpan<bool> offered, Span<byte> planes)
    {
        var volume = look.Site.Size.Volume;
        var cell = look.Site.Size.CellAt(at);
        var block = look.Site.Blocks[cell];
        if (block == Block.Air)
        {
            if (HasNeighbour(look.Site, at) && !IsBody(look.Site, at) && look.Sees(ActionType.Place, at))
            {
                for (var placed = 0; placed < Palette.Count; placed++)
                {
                    planes[(placed * volume) + cell] = offered[placed] ? (byte)1 : (byte)0;
                }
            }
        }
        else if (block != Block.Bedrock && look.Sees(ActionType.Break, at))
        {
            planes[(Palette.Count * volume) + cell] = 1;
        }
    }

    private static (BlockPos From, BlockPos To) BoxInReach(BuildSite site, BlockPos head)
    {
        var last = new BlockPos(site.Size.Width - 1, site.Size.Height - 1, site.Size.Depth - 1);
        return site.Options.Teleportation
            ? (default, last)
            : (new BlockPos(Math.Max(head.X - ReachInCells, 0), Math.Max(head.Y - ReachInCells, 0), Math.Max(head.Z - ReachInCells, 0)),
                new BlockPos(
                    Math.Min(head.X + ReachInCells, last.X), Math.Min(head.Y + ReachInCells, last.Y), Math.Min(head.Z + ReachInCells, last.Z)));
    }

    private static bool IsInReach(BuildSite site, BlockPos at, BlockPos head)
    {
        var (x, y, z) = (at.X - head.X, at.Y - head.Y, at.Z - head.Z);
        return site.Options.Teleportation || (x * x) + (y * y) + (z * z) <= ReachSquared;
    }

    private static bool HasNeighbour(BuildSite site, BlockPos at)
    {
        foreach (var direction in BlockPos.Directions)
        {
            var neighbour = at + direction;
            if (site.Size.Contains(neighbour) && site[neighbour] != Block.Air)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBody(BuildSite site, BlockPos at)
    {
        if (site.Options.Teleportation)
        {
            return false;
        }

        foreach (ref readonly var location in site.Locations)
        {
            if (location.BodyFills(at))
            {
                return true;
            }
        }

        return false;
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
            if (other == builder || Math.Abs(there.X - feet.X) > 1 || Math.Abs(there.Z - feet.Z) > 1 || Math.Abs(there.Y - feet.Y - 1) > 1)
            {
                continue;
            }

            for (var block = 0; block < Palette.Count; block++)
            {
                planes[(block * site.Size.Volume) + site.Size.CellAt(there)] = site.InventoryOf(builder).Held[block] > 0 ? (byte)1 : (byte)0;
            }
        }
    }

    /// <summary>One builder's look at the site while its mask is written.</summary>
    private readonly ref struct Look(BuildSite site, int builder, bool lineOfSight, LineOfSight sight)
    {
        private readonly LineOfSight _sight = sight;

        public BuildSite Site { get; } = site;

        public bool Sees(ActionType type, BlockPos target) =>
            !lineOfSight || EditRules.Sees(Site, builder, type, target, _sight, out _);
    }
}
