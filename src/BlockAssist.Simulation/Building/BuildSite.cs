using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>Blocks, a goal, the builders at work, and the clock they share: the assistance game.</summary>
/// <remarks>
/// The rules are MBAG's (docs/assistance-game.md). Deterministic: the same start and the same actions give the same site
/// on every machine. That is what lets an episode be a list of actions, and a peer replay what another one claims.
/// A step allocates nothing. Belongs to one thread.
/// </remarks>
public sealed class BuildSite
{
    /// <summary>Who last changed a cell that nobody changed.</summary>
    public const sbyte Nobody = -1;

    private readonly SiteBlocks _blocks;
    private readonly GoalScores _scores;
    private readonly sbyte[] _lastInteracted;
    private readonly Location[] _locations;
    private readonly Inventory[] _inventories;

    /// <summary>A site at its start: bare ground, the builders in a row.</summary>
    /// <param name="options">The rules.</param>
    /// <param name="goal">The goal, of the size of the site; see <c>Goals.GoalPlacement</c>.</param>
    public BuildSite(SiteOptions options, BlockGrid goal)
        : this(options)
    {
        Reset(goal);
    }

    /// <summary>A site in a given state.</summary>
    public BuildSite(SiteOptions options, SiteState state)
        : this(options)
    {
        Restore(state);
    }

    private BuildSite(SiteOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Options = options;
        Actions = new ActionSpace(options);
        _blocks = new SiteBlocks(options.Size, options.InfiniteBlocks);
        _scores = new GoalScores(options);
        _lastInteracted = new sbyte[options.Size.Volume];
        _locations = new Location[BuilderCount];
        _inventories = [.. Enumerable.Range(0, BuilderCount).Select(_ => new Inventory())];
    }

    /// <summary>The rules.</summary>
    public SiteOptions Options { get; }

    /// <summary>The numbering of all actions on this site.</summary>
    public ActionSpace Actions { get; }

    /// <summary>The size of the site.</summary>
    public GridSize Size => Options.Size;

    /// <summary>How many builders there are.</summary>
    public int BuilderCount => Options.Builders.Count;

    /// <summary>The blocks, in cell order.</summary>
    public ReadOnlySpan<Block> Blocks => _blocks.Blocks;

    /// <summary>The goal, in cell order.</summary>
    public ReadOnlySpan<Block> Goal => _blocks.Goal;

    /// <summary>Which builder last changed each cell; <see cref="Nobody"/> where none did.</summary>
    public ReadOnlySpan<sbyte> LastInteracted => _lastInteracted;

    /// <summary>Where the builders' feet are.</summary>
    public ReadOnlySpan<Location> Locations => _locations;

    /// <summary>Steps since the start of the episode.</summary>
    public int Timestep { get; private set; }

    /// <summary>The time by which reward schedules run; only its owner changes it.</summary>
    public long GlobalTimestep { get; set; }

    /// <summary>How many cells equal the goal (<c>goal_similarity</c>), as of the last step.</summary>
    /// <remarks>Taken before the palette fills up again, as in MBAG.</remarks>
    public int GoalSimilarity { get; private set; }

    /// <summary>Whether the episode is over.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Steps since anybody came nearer to the goal.</summary>
    public int StepsWithoutProgress => _scores.StepsWithoutProgress;

    /// <summary>Whether all cells equal the goal.</summary>
    public bool IsComplete => _blocks.IsComplete;

    /// <summary>How many of a cell's six neighbours are not air, kept up to date so that masks need not look around.</summary>
    internal ReadOnlySpan<byte> Neighbours => _blocks.Neighbours;

    /// <summary>Each builder's goal similarity at the start, with partial credit.</summary>
    internal ReadOnlySpan<double> SimilarityAtStart => _scores.SimilarityAtStart;

    /// <summary>Each builder's best goal percentage so far.</summary>
    internal ReadOnlySpan<double> BestPercentage => _scores.BestPercentage;

    internal Block this[BlockPos at] => _blocks.At(at);

    /// <summary>Where a builder's feet are.</summary>
    public ref readonly Location LocationOf(int builder) => ref _locations[builder];

    /// <summary>What a builder carries.</summary>
    public Inventory InventoryOf(int builder) => _inventories[builder];

    /// <summary>How far the goal is reached since the start, in a builder's eyes: 0 at the start, 1 when it stands.</summary>
    public double GoalPercentageOf(int builder) => _scores.Percentage[builder];

    /// <summary>Starts anew: bare ground, empty hands (a person with infinite blocks holds one of each), builders in a row.</summary>
    public void Reset(BlockGrid goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        ArgumentOutOfRangeException.ThrowIfNotEqual(goal.Size, Size, nameof(goal));
        SiteState.DemandPalette(goal, nameof(goal));
        _blocks.Reset(goal);
        Array.Fill(_lastInteracted, Nobody);
        for (var builder = 0; builder < BuilderCount; builder++)
        {
            var (row, column) = Math.DivRem(builder, Size.Width);
            _locations[builder] = Location.Standing(new BlockPos(column, SiteGround.Surface, row));
            FillHands(builder);
        }

        Timestep = 0;
        _scores.Start(_blocks.Progress, GlobalTimestep);
        GoalSimilarity = _blocks.Progress.Matching;
        IsOver = false;
    }

    /// <summary>Takes on a state.</summary>
    /// <exception cref="ArgumentException">The state is of another site, or of none; this one is then as it was.</exception>
    public void Restore(SiteState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Demand(Options);
        _blocks.Restore(state.Blocks, state.Goal);
        (Timestep, GlobalTimestep) = (state.Timestep, state.GlobalTimestep);
        state.LastInteractedCells.CopyTo(_lastInteracted);
        for (var builder = 0; builder < BuilderCount; builder++)
        {
            _locations[builder] = state.Locations[builder];
            _inventories[builder].CopyFrom(state.Inventories[builder]);
        }

        _scores.Restore(state, _blocks.Progress);
        GoalSimilarity = _blocks.Progress.Matching;
        IsOver = false;
    }

    /// <summary>A copy of everything that a step can change.</summary>
    public SiteState Capture() => new()
    {
        Blocks = _blocks.CopyBlocks(),
        Goal = _blocks.CopyGoal(),
        LastInteracted = (sbyte[])[.. _lastInteracted],
        Locations = [.. _locations],
        Inventories = [.. _inventories.Select(Copy)],
        Timestep = Timestep,
        GlobalTimestep = GlobalTimestep,
        SimilarityAtStart = [.. SimilarityAtStart],
        BestPercentage = [.. BestPercentage],
        StepsWithoutProgress = StepsWithoutProgress,
    };

    /// <summary>Lets every builder act once: first those who give, then the others, each seeing what the earlier ones did.</summary>
    /// <remarks>
    /// Any action may be given, from a foreign episode or a policy gone astray too: one that names a kind, a cell or a block
    /// that there is not is not allowed, like any other that the rules refuse.
    /// </remarks>
    /// <param name="actions">What each builder wants to do.</param>
    /// <param name="deeds">What became of it.</param>
    public void Step(ReadOnlySpan<BuilderAction> actions, Span<Deed> deeds)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(actions.Length, BuilderCount, nameof(actions));
        ArgumentOutOfRangeException.ThrowIfLessThan(deeds.Length, BuilderCount, nameof(deeds));

        for (var builder = 0; builder < BuilderCount; builder++)
        {
            if (actions[builder].Type == ActionType.Give)
            {
                deeds[builder] = Act(builder, actions[builder]);
            }
        }

        for (var builder = 0; builder < BuilderCount; builder++)
        {
            if (actions[builder].Type != ActionType.Give)
            {
                deeds[builder] = Act(builder, actions[builder]);
            }
        }

        EndStep(deeds);
    }

    /// <summary>Whether an action would have an effect if the builder did it now.</summary>
    /// <remarks>The rules themselves, not the mask: see <see cref="ActionMask"/> for what a policy may choose.</remarks>
    public bool Allows(int builder, BuilderAction action) => ActionRules.Allows(this, builder, action);

    /// <summary>What MBAG's observation shows this builder.</summary>
    public Observation Observe(int builder) => new(this, builder);

    /// <summary>One builder's share of a step.</summary>
    internal Deed Act(int builder, BuilderAction action) =>
        ActionRules.Perform(this, builder, IsTurnOf(builder) ? action : BuilderAction.Noop);

    /// <summary>Whether the builder acts in the coming step.</summary>
    internal bool IsTurnOf(int builder) => Timestep % Options.Builders[builder].ActEvery == 0;

    /// <summary>What follows when all have acted: scores, the clock, the palette, the end.</summary>
    internal void EndStep(Span<Deed> deeds)
    {
        GoalSimilarity = _blocks.Progress.Matching;
        _scores.Measure(_blocks.Progress, GlobalTimestep);
        Timestep++;
        _scores.NoteProgress();
        Share(deeds);
        IsOver = Timestep >= Options.Horizon
            || (Options.EndWhenComplete && IsComplete)
            || StepsWithoutProgress >= Options.EndWithoutProgressAfter;
        _blocks.RefillPalette();
    }

    /// <summary>Whether the rules of reach and sight are left to the client.</summary>
    internal bool ActsAsHuman(int builder) => Options.Builders[builder].IsHuman && !Options.Teleportation;

    /// <summary>Whether breaking a cell takes a block from the palette.</summary>
    internal bool IsPalette(int cell) => _blocks.IsPalette(cell);

    internal void MoveTo(int builder, in Location location) => _locations[builder] = location;

    internal void SetBlock(int cell, Block block, int builder)
    {
        _blocks.Change(cell, block);
        _lastInteracted[cell] = (sbyte)builder;
    }

    /// <summary>What the builder's rays run into; teleporting builders pass through each other.</summary>
    /// <param name="builder">Who looks.</param>
    /// <param name="scratch">Room for two cells a builder.</param>
    internal LineOfSight SightOf(int builder, Span<int> scratch) =>
        Options.Teleportation ? new LineOfSight(Size, Blocks, []) : SightAmongBodies(builder, scratch);

    /// <summary>What the builder's rays run into, the bodies of the others among it.</summary>
    internal LineOfSight SightAmongBodies(int builder, Span<int> scratch)
    {
        var count = 0;
        for (var other = 0; other < BuilderCount; other++)
        {
            var feet = _locations[other].Cell;
            if (other != builder && Size.Contains(feet))
            {
                scratch[count++] = LineOfSight.KeyOf(Size, feet);
                scratch[count++] = LineOfSight.KeyOf(Size, feet with { Y = feet.Y + 1 });
            }
        }

        return new LineOfSight(Size, Blocks, scratch[..count]);
    }

    private static Inventory Copy(Inventory inventory)
    {
        var copy = new Inventory();
        copy.CopyFrom(inventory);
        return copy;
    }

    private void FillHands(int builder)
    {
        _inventories[builder].Clear();
        if (Options.Builders[builder].IsHuman && Options.InfiniteBlocks)
        {
            foreach (var block in Palette.Placeable)
            {
                _inventories[builder].SetSlot((int)block, block, 1);
            }
        }
    }

    private void Share(Span<Deed> deeds)
    {
        var all = 0.0;
        for (var builder = 0; builder < BuilderCount; builder++)
        {
            all += deeds[builder].OwnReward;
        }

        for (var builder = 0; builder < BuilderCount; builder++)
        {
            var own = Options.Builders[builder].Rewards.OwnShare.ValueAt(GlobalTimestep);
            deeds[builder] = deeds[builder] with { Reward = (own * deeds[builder].OwnReward) + ((1 - own) * all) };
        }
    }
}
