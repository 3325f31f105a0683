using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Sessions;

/// <summary>Believes what it was told as long as the cell is empty, and builds what it is sure of, as it is wished.</summary>
internal sealed class BelievingPolicy : IPolicy, IGoalBelief, IHeedsWishes
{
    private readonly Guess _guess;
    private readonly GuessingBuilder _builder;

    public BelievingPolicy(params (BlockPos Cell, Block Block, float Chance)[] beliefs)
    {
        _guess = new Guess(beliefs);
        _builder = new GuessingBuilder(_guess);
    }

    public int Version => _guess.Version;

    public ReadOnlySpan<CellBelief> Beliefs => _guess.Beliefs;

    /// <summary>A wall of planks at the far side of the site, less likely from stone to stone and layer to layer.</summary>
    public static (BlockPos Cell, Block Block, float Chance)[] Wall(int width, int height) =>
        [.. from y in Enumerable.Range(0, height) from x in Enumerable.Range(0, width) select (new BlockPos(1 + x, 2 + y, 6), Block.Planks, 0.99f - (0.08f * y) - (0.01f * x))];

    public void Heed(HelpWishes wishes) => _guess.Wishes.CopyFrom(wishes);

    public void Reset() => _builder.Reset();

    public BuilderAction Act(in Observation observation) => _builder.Act(observation);

    private sealed class Guess((BlockPos Cell, Block Block, float Chance)[] beliefs) : IGoalGuess
    {
        private readonly CellBelief[] _beliefs = new CellBelief[SomeSession.SiteSize.Volume];
        private readonly Block[] _guess = new Block[SomeSession.SiteSize.Volume];

        public HelpWishes Wishes { get; } = new(SomeSession.SiteSize.Volume);

        public int Version { get; private set; }

        public ReadOnlySpan<CellBelief> Beliefs => Version == 0 ? [] : _beliefs;

        public void Reset() => Version = 0;

        public int RankOf(int cell) => 0;

        ReadOnlySpan<Block> IGoalGuess.Guess(in Observation observation)
        {
            Version++;
            observation.Blocks.CopyTo(_guess);
            Array.Clear(_beliefs);
            foreach (var (at, block, chance) in beliefs)
            {
                var cell = SomeSession.SiteSize.CellAt(at);
                if (observation.Blocks[cell] == Block.Air)
                {
                    _beliefs[cell] = new CellBelief(block, chance);
                    _guess[cell] = Wishes[cell].Kind switch
                    {
                        CellWishKind.Wanted => Wishes[cell].Block,
                        CellWishKind.None when !Wishes.OnlyWanted && chance > Wishes.Sureness => block,
                        _ => Block.Air,
                    };
                }
            }

            return _guess;
        }
    }
}
