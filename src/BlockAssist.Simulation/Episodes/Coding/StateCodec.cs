using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>The bytes of a <see cref="SiteState"/>, the goal left out: it never changes in an episode.</summary>
internal static class StateCodec
{
    /// <summary>How many contexts the coder needs.</summary>
    public const int Contexts = LastContext + SiteOptions.MaxBuilders + 1;

    private const int NumberContext = 0;
    private const int ListContext = NumberContext + ContextModel.NumberContexts;
    private const int BlockContext = ListContext + ContextModel.NumberContexts;
    private const int LastContext = BlockContext + (Palette.Count * Palette.Count);

    /// <summary>Writes a state with a coder that has forgotten everything.</summary>
    public static void Write(RangeEncoder target, GridSize size, SiteState state, ReadOnlySpan<Block> goal)
    {
        target.Int(NumberContext, state.Timestep);
        target.Int(NumberContext, state.GlobalTimestep);
        target.Int(NumberContext, state.StepsWithoutProgress);
        WriteBlocks(target, state.Blocks.Blocks, goal);
        var before = 0;
        for (var cell = 0; cell < size.Volume; cell++)
        {
            target.Byte(LastContext + before, state.LastInteracted[cell] + 1);
            before = state.LastInteracted[cell] + 1;
        }

        for (var builder = 0; builder < state.Locations.Count; builder++)
        {
            WriteLocation(target, ListContext, state.Locations[builder], size);
            WriteInventory(target, ListContext, state.Inventories[builder]);
            target.Bits64(NumberContext, BitConverter.DoubleToUInt64Bits(state.SimilarityAtStart?[builder] ?? 0));
            target.Bits64(NumberContext, BitConverter.DoubleToUInt64Bits(state.BestPercentage?[builder] ?? 0));
        }
    }

    /// <summary>Reads a state; whatever it says, a site can take it on.</summary>
    public static SiteState Read(RangeDecoder source, SiteOptions options, BlockGrid goal)
    {
        var size = options.Size;
        var timestep = Checked.Int32(source.Int(NumberContext), "timestep");
        var globalTimestep = source.Int(NumberContext);
        var stepsWithoutProgress = Checked.Int32(source.Int(NumberContext), "steps without progress");
        var blocks = new BlockGrid(size);
        ReadBlocks(source, blocks.Blocks, goal.Blocks);
        var last = new sbyte[size.Volume];
        var before = 0;
        foreach (ref var who in last.AsSpan())
        {
            before = Checked.Below(source.Byte(LastContext + before), options.Builders.Count + 1, "who changed a cell");
            who = (sbyte)(before - 1);
        }

        var count = options.Builders.Count;
        var (locations, inventories) = (new Location[count], new Inventory[count]);
        var (atStart, best) = (new double[count], new double[count]);
        for (var builder = 0; builder < count; builder++)
        {
            locations[builder] = ReadLocation(source, ListContext, size);
            inventories[builder] = ReadInventory(source, ListContext);
            atStart[builder] = Checked.Finite(source.Bits64(NumberContext), "similarity at the start");
            best[builder] = Checked.Finite(source.Bits64(NumberContext), "best percentage");
        }

        return new SiteState
        {
            Blocks = blocks,
            Goal = goal,
            LastInteracted = last,
            Locations = locations,
            Inventories = inventories,
            Timestep = timestep,
            GlobalTimestep = globalTimestep,
            SimilarityAtStart = atStart,
            BestPercentage = best,
            StepsWithoutProgress = stepsWithoutProgress,
        };
    }

    /// <summary>Where a builder stands: the cell if it is the middle of one, else three numbers.</summary>
    public static void WriteLocation(RangeEncoder target, int context, in Location feet, GridSize size)
    {
        var cell = feet.Cell;
        var stands = size.Contains(cell) && feet == Location.Standing(cell);
        target.Byte(context, stands ? 1 : 0);
        if (stands)
        {
            target.Byte(context, cell.X);
            target.Byte(context, cell.Y);
            target.Byte(context, cell.Z);
        }
        else
        {
            target.Bits64(context, BitConverter.DoubleToUInt64Bits(feet.X));
            target.Bits64(context, BitConverter.DoubleToUInt64Bits(feet.Y));
            target.Bits64(context, BitConverter.DoubleToUInt64Bits(feet.Z));
        }
    }

    /// <summary>Where a builder stands.</summary>
    public static Location ReadLocation(RangeDecoder source, int context, GridSize size)
    {
        if (Checked.Below(source.Byte(context), 2, "kind of place") == 1)
        {
            return Location.Standing(new BlockPos(
                Checked.Below(source.Byte(context), size.Width, "x"),
                Checked.Below(source.Byte(context), size.Height, "y"),
                Checked.Below(source.Byte(context), size.Depth, "z")));
        }

        var feet = new Location(
            Checked.Finite(source.Bits64(context), "x"), Checked.Finite(source.Bits64(context), "y"), Checked.Finite(source.Bits64(context), "z"));
        return feet.IsNearOrigin ? feet : throw new InvalidDataException($"a builder at {feet}, expected within {Location.Farthest} of the origin");
    }

    /// <summary>The slots that hold something, or did.</summary>
    public static void WriteInventory(RangeEncoder target, int context, Inventory inventory)
    {
        target.Byte(context, Inventory.SlotCount - inventory.Slots.Count(default(Inventory.Slot)));
        for (var slot = 0; slot < Inventory.SlotCount; slot++)
        {
            var content = inventory.Slots[slot];
            if (content != default)
            {
                target.Byte(context, slot);
                target.Byte(context, (int)content.Block);
                target.Byte(context, content.Count);
            }
        }
    }

    /// <summary>What a builder carries.</summary>
    public static Inventory ReadInventory(RangeDecoder source, int context)
    {
        var inventory = new Inventory();
        for (var left = Checked.Below(source.Byte(context), Inventory.SlotCount + 1, "slots"); left > 0; left--)
        {
            var slot = Checked.Below(source.Byte(context), Inventory.SlotCount, "slot");
            var block = Checked.Below(source.Byte(context), Palette.Count, "block");
            inventory.SetSlot(slot, (Block)block, Checked.Below(source.Byte(context), Inventory.StackSize + 1, "blocks in a slot"));
        }

        return inventory;
    }

    // A cell mostly holds what the goal has there, or what the cell before it holds.
    private static void WriteBlocks(RangeEncoder target, ReadOnlySpan<Block> blocks, ReadOnlySpan<Block> goal)
    {
        var before = 0;
        for (var cell = 0; cell < blocks.Length; cell++)
        {
            target.Byte(BlockContext + (Palette.Count * (int)goal[cell]) + before, (int)blocks[cell]);
            before = (int)blocks[cell];
        }
    }

    private static void ReadBlocks(RangeDecoder source, Span<Block> blocks, ReadOnlySpan<Block> goal)
    {
        var before = 0;
        for (var cell = 0; cell < blocks.Length; cell++)
        {
            before = Checked.Below(source.Byte(BlockContext + (Palette.Count * (int)goal[cell]) + before), Palette.Count, "block");
            blocks[cell] = (Block)before;
        }
    }
}
