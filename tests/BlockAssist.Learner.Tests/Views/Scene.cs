using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;
using CsCheck;

namespace BlockAssist.Learner.Tests.Views;

/// <summary>A site at some moment, and what one of its builders did before: what is encoded.</summary>
internal sealed record Scene(SiteOptions Options, SiteState State, int Builder, IReadOnlyList<(BlockPos Feet, BuilderAction Action)> History)
{
    public static Gen<Scene> Any { get; } = Gen.ULong.Select(seed => Of(seed));

    private static ReadOnlySpan<GridSize> Sizes => SomeSizes;

    private static readonly GridSize[] SomeSizes = [new(11, 10, 10), new(7, 9, 5), new(5, 6, 5), new(32, 16, 8)];

    /// <summary>The scene of a seed.</summary>
    public static Scene Of(ulong seed, bool? infiniteBlocks = null)
    {
        var random = new SeededRandom(seed);
        var size = Sizes[random.Next(Sizes.Length)];
        var options = new SiteOptions
        {
            Size = size,
            InfiniteBlocks = infiniteBlocks ?? random.Next(2) == 0,
            Builders = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new BuilderOptions { GoalVisible = random.Next(8) > 0 })],
        };
        var builder = random.Next(options.Builders.Count);
        return new Scene(options, RandomState(random, options), builder, [.. Enumerable.Range(0, random.Next(12)).Select(_ => (RandomPlace(random, size), RandomAction(random, size)))]);
    }

    /// <summary>The same scene, turned.</summary>
    public Scene Turned(Symmetry symmetry)
    {
        var size = Options.Size;
        var turned = symmetry.TurnedSize(size);
        var last = new sbyte[size.Volume];
        for (var cell = 0; cell < last.Length; cell++)
        {
            last[turned.CellAt(symmetry.TurnCell(size.PosOf(cell), size))] = State.LastInteracted[cell];
        }

        var state = State with
        {
            Blocks = symmetry.Turn(State.Blocks),
            Goal = symmetry.Turn(State.Goal),
            LastInteracted = last,
            Locations = [.. State.Locations.Select(feet => Location.Standing(symmetry.TurnCell(feet.Cell, size)))],
        };
        return new Scene(Options with { Size = turned }, state, Builder, [.. History.Select(turn => (symmetry.TurnCell(turn.Feet, size), Turned(turn.Action, symmetry, size)))]);
    }

    /// <summary>An action, once its site is turned.</summary>
    public static BuilderAction Turned(BuilderAction action, Symmetry symmetry, GridSize size) =>
        action.IsEdit || action.Type == ActionType.Give
            ? action with { Cell = symmetry.TurnedSize(size).CellAt(symmetry.TurnCell(size.PosOf(action.Cell), size)) }
            : action with { Type = symmetry.Turn(action.Type) };

    /// <summary>The same scene with other blocks.</summary>
    /// <param name="blocks">What becomes of each block.</param>
    public Scene Recast(Block[] blocks) => new(
        Options,
        State with { Blocks = Recast(State.Blocks, blocks), Goal = Recast(State.Goal, blocks), Inventories = [.. State.Inventories.Select(hands => Recast(hands, blocks))] },
        Builder,
        [.. History.Select(turn => (turn.Feet, turn.Action with { Block = blocks[(int)turn.Action.Block] }))]);

    /// <summary>The site as it is.</summary>
    public BuildSite Site() => new(Options, State);

    /// <summary>What the builder has done.</summary>
    public BuilderMemory Memory()
    {
        var memory = new BuilderMemory();
        memory.Reset(Options.Size);
        foreach (var (feet, action) in History)
        {
            memory.Note(feet, action);
        }

        return memory;
    }

    /// <summary>What the builder is shown.</summary>
    public ViewBatch Shown(Symmetry symmetry)
    {
        var batch = new ViewBatch(1);
        new ViewEncoder().Encode(Site().Observe(Builder), Memory(), symmetry, batch[0]);
        return batch;
    }

    /// <summary>What the rules let the builder choose from, by flat action.</summary>
    public byte[] Mask()
    {
        var site = Site();
        var mask = new byte[site.Actions.Count];
        site.Observe(Builder).WriteMask(lineOfSight: true, mask);
        return mask;
    }

    private static SiteState RandomState(SeededRandom random, SiteOptions options)
    {
        var size = options.Size;
        var blocks = RandomBlocks(random, size, random.Next(5, 60));
        var feet = options.Builders.Select(_ => RandomPlace(random, size)).ToArray();
        foreach (var at in feet)
        {
            blocks[at] = Block.Air;
            blocks[at with { Y = at.Y + 1 }] = Block.Air;
        }

        return new SiteState
        {
            Blocks = blocks,
            Goal = RandomBlocks(random, size, random.Next(5, 60)),
            LastInteracted = [.. Enumerable.Range(0, size.Volume).Select(_ => (sbyte)(random.Next(options.Builders.Count + 3) - 3)).Select(who => Math.Max(who, BuildSite.Nobody))],
            Locations = [.. feet.Select(Location.Standing)],
            Inventories = [.. options.Builders.Select(_ => RandomHands(random))],
        };
    }

    private static BlockGrid RandomBlocks(SeededRandom random, GridSize size, int percent)
    {
        var blocks = new BlockGrid(size);
        for (var cell = 0; cell < size.Volume; cell++)
        {
            var isGround = size.PosOf(cell).Y == 0;
            blocks[cell] = isGround ? Block.Bedrock : random.Next(100) < percent ? Palette.Placeable[random.Next(Palette.Placeable.Length)] : Block.Air;
        }

        return blocks;
    }

    private static BlockPos RandomPlace(SeededRandom random, GridSize size) =>
        new(random.Next(size.Width), random.Next(1, size.Height - 1), random.Next(size.Depth));

    private static Inventory RandomHands(SeededRandom random)
    {
        var hands = new Inventory();
        for (var slot = random.Next(6); slot > 0; slot--)
        {
            hands.SetSlot(slot, Palette.Placeable[random.Next(Palette.Placeable.Length)], random.Next(3));
        }

        return hands;
    }

    private static BuilderAction RandomAction(SeededRandom random, GridSize size) => (ActionType)random.Next(ViewShape.Types) switch
    {
        ActionType.Place => BuilderAction.Place(random.Next(size.Volume), Palette.Placeable[random.Next(Palette.Placeable.Length)]),
        ActionType.Break => BuilderAction.Break(random.Next(size.Volume)),
        var type => new BuilderAction(type),
    };

    private static BlockGrid Recast(BlockGrid grid, Block[] blocks) => new(grid.Size, [.. grid.Blocks.ToArray().Select(block => blocks[(int)block])]);

    private static Inventory Recast(Inventory hands, Block[] blocks)
    {
        var recast = new Inventory();
        for (var slot = 0; slot < Inventory.SlotCount; slot++)
        {
            recast.SetSlot(slot, blocks[(int)hands.Slots[slot].Block], hands.Slots[slot].Count);
        }

        return recast;
    }
}
