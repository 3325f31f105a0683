using BlockAssist.Cli.Training;
using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Search;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Models;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Tests.Assistance;

/// <summary>What the model that comes with the program makes of houses that anybody would understand.</summary>
public sealed class ShippedAssistantTests : IDisposable
{
    private static readonly SiteOptions Options = new() { Builders = [new BuilderOptions(), new BuilderOptions { GoalVisible = false }] };

    private static readonly BeliefShape Shape = new(Options.Size);

    // What the model holds for as likely as not, as an assistant believes it that has not been seen at work yet: odds of 1 to e.
    private const double AsLikelyAsNot = 0.269;

    private readonly InferenceEngine _engine;

    public ShippedAssistantTests()
    {
        TorchRuntime.Start(1);
        using var model = BeliefModel.Open(CheckpointFile.Load(NamedModel.Shipped(ModelKind.Assistant)));
        _engine = InferenceEngine.Open(model.ToOnnx(), "assistant");
    }

    [Fact]
    public void It_is_small() => Assert.InRange(new FileInfo(NamedModel.Shipped(ModelKind.Assistant)).Length, 1, 8 << 20);

    [Fact]
    public void Where_the_walls_of_one_half_stand_higher_it_expects_those_of_the_other_half_to_follow() =>
        Expects(at => at.Y <= 3 || (at.X <= 5 && at.Y <= 5), least: 15);

    [Fact]
    public void Beside_half_a_house_it_expects_more_of_the_other_half() => Expects(at => at.X <= 5 ? at.Y <= 6 : at.Y <= 3, least: 20);

    [Fact]
    public void Of_a_roof_half_of_which_stands_it_expects_the_other_half() => Expects(IsAllButHalfTheRoof, least: 15);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_roof_that_was_begun_is_finished(bool searches)
    {
        using var policy = Sit(searches, seed: 1);
        var site = new BuildSite(Options, House());
        var lesson = new Lesson(site, PartOf(IsAllButHalfTheRoof), policy);
        lesson.Build();
        var missing = site.Size.Volume - site.GoalSimilarity;

        lesson.Help(200);

        Assert.InRange(missing, 15, 20);
        Assert.InRange(site.Size.Volume - site.GoalSimilarity, 0, missing / 2);
    }

    [Fact]
    public void The_same_seed_gives_the_same_help()
    {
        var (first, second) = (Help(7), Help(7));

        Assert.NotEmpty(first);
        Assert.Equal(first, second);
    }

    public void Dispose() => _engine.Dispose();

    private void Expects(Func<BlockPos, bool> isBuilt, int least)
    {
        using var policy = BeliefPolicy.Sure(_engine, Shape, 0.5);
        var site = new BuildSite(Options, House());
        new Lesson(site, PartOf(isBuilt), policy).Build();

        var (right, wrong) = Compare(site, policy.Beliefs);
        Assert.InRange(right, least, int.MaxValue);
        Assert.True(right >= 3 * wrong, $"{right} right, {wrong} wrong");
    }

    private List<BuilderAction> Help(ulong seed)
    {
        using var policy = Sit(searches: true, seed);
        var lesson = new Lesson(new BuildSite(Options, House()), PartOf(IsAllButHalfTheRoof), policy);
        lesson.Build();
        return lesson.Help(60);
    }

    private BeliefPolicy Sit(bool searches, ulong seed) => searches
        ? BeliefPolicy.Searching(_engine, Shape, 0.5, new SearchOptions { Simulations = 300 }, seed, TimeProvider.System)
        : BeliefPolicy.Sure(_engine, Shape, 0.5);

    private static bool IsAllButHalfTheRoof(BlockPos at) => at.Y <= 5 || at.X <= 5;

    // Cobblestone walls four high around a floor and under a roof of planks, the same to the left and right.
    private static BlockGrid House()
    {
        var goal = GoalOfGround();
        for (var x = 2; x <= 8; x++)
        {
            for (var z = 2; z <= 7; z++)
            {
                var isWall = x is 2 or 8 || z is 2 or 7;
                for (var y = 2; y <= 5; y++)
                {
                    goal[x, y, z] = isWall ? Block.Cobblestone : goal[x, y, z];
                }

                goal[x, 6, z] = Block.Planks;
            }
        }

        return goal;
    }

    private static BlockGrid GoalOfGround()
    {
        var ground = new BuildSite(Options, new BlockGrid(Options.Size)).Blocks;
        var goal = new BlockGrid(Options.Size);
        ground.CopyTo(goal.Blocks);
        return goal;
    }

    private static BlockGrid PartOf(Func<BlockPos, bool> isBuilt)
    {
        var (part, house) = (GoalOfGround(), House());
        for (var cell = 0; cell < house.Size.Volume; cell++)
        {
            part.Blocks[cell] = isBuilt(house.Size.PosOf(cell)) ? house.Blocks[cell] : part.Blocks[cell];
        }

        return part;
    }

    private static (int Right, int Wrong) Compare(BuildSite site, ReadOnlySpan<CellBelief> beliefs)
    {
        var (right, wrong) = (0, 0);
        for (var cell = 0; cell < beliefs.Length; cell++)
        {
            if (beliefs[cell].Chance > AsLikelyAsNot)
            {
                (right, wrong) = beliefs[cell].Block == site.Goal[cell] ? (right + 1, wrong) : (right, wrong + 1);
            }
        }

        return (right, wrong);
    }

    /// <summary>Somebody builds a part of a house while an assistant looks on; then that one goes on alone.</summary>
    private sealed class Lesson(BuildSite site, BlockGrid part, BeliefPolicy assistant)
    {
        private readonly LayerBuilder _person = new();
        private readonly Deed[] _deeds = new Deed[2];

        public void Build()
        {
            for (var step = 0; step < 1000 && !site.Blocks.SequenceEqual(part.Blocks); step++)
            {
                assistant.Act(site.Observe(1));
                site.Step([_person.Act(site.Observe(0).Assuming(part.Blocks)), BuilderAction.Noop], _deeds);
            }

            assistant.Act(site.Observe(1));
        }

        public List<BuilderAction> Help(int steps)
        {
            var edits = new List<BuilderAction>();
            for (var step = 0; step < steps && !site.IsOver; step++)
            {
                BuilderAction[] actions = [BuilderAction.Noop, assistant.Act(site.Observe(1))];
                site.Step(actions, _deeds);
                if (_deeds[1].Action.IsEdit)
                {
                    edits.Add(actions[1]);
                }
            }

            return edits;
        }
    }
}
