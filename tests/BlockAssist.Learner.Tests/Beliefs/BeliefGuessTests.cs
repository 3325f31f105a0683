using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Survival;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Onnx;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Beliefs;

/// <summary>With fresh weights every block is about equally likely everywhere.</summary>
public sealed class BeliefGuessTests : IDisposable
{
    private const double AboutNothing = 0.02;

    private static readonly BeliefShape Shape = new(new GridSize(5, 6, 5));
    private static readonly int Cell = Shape.Size.CellAt(new BlockPos(2, 2, 2));

    private readonly InferenceEngine _engine = Engine();
    private readonly BuildSite _site = new(
        new SiteOptions { Size = Shape.Size, Builders = [new BuilderOptions { IsHuman = true }, new BuilderOptions { IsHuman = true }] }, new BlockGrid(Shape.Size));

    [Fact]
    public void Who_must_be_sure_leaves_all_as_it_is()
    {
        using var guess = new BeliefGuess(_engine, Shape, 0.9);

        Assert.Equal(_site.Blocks.ToArray(), guess.Guess(_site.Observe(1)).ToArray());
    }

    [Fact]
    public void Who_needs_not_be_sure_fills_what_is_empty_and_empties_what_is_not()
    {
        using var guess = new BeliefGuess(_engine, Shape, AboutNothing);

        var wanted = guess.Guess(_site.Observe(1)).ToArray();

        for (var cell = 0; cell < wanted.Length; cell++)
        {
            var block = _site.Blocks[cell];
            Assert.True(block == Block.Bedrock ? wanted[cell] == block : block == Block.Air ? wanted[cell].IsPlaceable() : wanted[cell] == Block.Air);
        }
    }

    [Fact]
    public void What_the_others_took_away_is_not_asked_for_again()
    {
        using var guess = new BeliefGuess(_engine, Shape, AboutNothing);
        guess.Guess(_site.Observe(1));
        Do(1, BuilderAction.Place(Cell, Block.Stone), guess);
        Do(0, BuilderAction.Break(Cell), guess);

        Assert.Equal(Block.Air, guess.Guess(_site.Observe(1))[Cell]);
        guess.Reset();
        Assert.NotEqual(Block.Air, guess.Guess(_site.Observe(1))[Cell]);
    }

    [Fact]
    public void The_network_runs_only_when_something_has_changed()
    {
        using var guess = new BeliefGuess(_engine, Shape, 0.9);
        guess.Guess(_site.Observe(1));
        Do(0, BuilderAction.Noop, guess);
        Assert.Equal(1, guess.Runs);
        Do(0, BuilderAction.Place(Cell, Block.Stone), guess);
        Assert.Equal(2, guess.Runs);
    }

    [Fact]
    public void It_tells_how_likely_each_change_is_and_nothing_of_what_was_taken_away()
    {
        using var guess = new BeliefGuess(_engine, Shape, 0.9);
        Assert.True(guess.Beliefs.IsEmpty);
        guess.Guess(_site.Observe(1));
        for (var cell = 0; cell < Shape.Size.Volume; cell++)
        {
            var (block, belief) = (_site.Blocks[cell], guess.Beliefs[cell]);
            Assert.True(block == Block.Bedrock ? belief == default : belief.Chance is > 0 and < 1 && belief.Block.IsPlaceable() == (block == Block.Air));
        }

        var version = guess.Version;
        Do(1, BuilderAction.Place(Cell, Block.Stone), guess);
        Do(0, BuilderAction.Break(Cell), guess);
        Assert.Equal(default, guess.Beliefs[Cell]);
        Assert.True(guess.Version > version);
    }

    [Fact]
    public void Wishes_hold_from_the_next_turn_on_until_the_reset_without_another_run()
    {
        var (wanted, declined, taken) = (Cell, Cell + 1, Cell + Shape.Size.Depth);
        using var guess = new BeliefGuess(_engine, Shape, AboutNothing);
        guess.Guess(_site.Observe(1));
        var wishes = new HelpWishes(Shape.Size.Volume)
        {
            [wanted] = new(CellWishKind.Wanted, Block.Glass),
            [declined] = new(CellWishKind.Declined),
            [taken] = new(CellWishKind.Taken),
        };
        guess.Heed(wishes);
        var asked = guess.Guess(_site.Observe(1)).ToArray();
        Assert.Equal([Block.Glass, Block.Air, Block.Air], [asked[wanted], asked[declined], asked[taken]]);
        Assert.NotEqual(Block.Air, asked[Cell - 1]);
        Assert.Equal((0f, true), (guess.Beliefs[declined].Chance, guess.Beliefs[taken].Chance > 0));

        wishes.OnlyWanted = true;
        guess.Heed(wishes);
        var only = guess.Guess(_site.Observe(1)).ToArray();
        Assert.Equal([wanted], Enumerable.Range(0, only.Length).Where(cell => only[cell] != _site.Blocks[cell]));
        Assert.Equal(1, guess.Runs);

        guess.Reset();
        Assert.NotEqual(Block.Air, guess.Guess(_site.Observe(1))[declined]);
    }

    [Fact]
    public void How_sure_it_must_be_can_be_wished()
    {
        using var guess = new BeliefGuess(_engine, Shape, AboutNothing);
        guess.Heed(new HelpWishes(Shape.Size.Volume) { Sureness = 0.9 });

        Assert.Equal(_site.Blocks.ToArray(), guess.Guess(_site.Observe(1)).ToArray());
    }

    [Fact]
    public void Who_knows_that_nothing_lasts_does_nothing_but_what_it_is_asked_for()
    {
        _site.Step([BuilderAction.Place(Cell, Block.Stone), BuilderAction.Noop], new Deed[2]);
        using var bold = new BeliefGuess(_engine, Shape, 0.3);
        using var wise = new BeliefGuess(_engine, Shape, 0.3, Judge(says: -20));

        Assert.NotEqual(_site.Blocks.ToArray(), bold.Guess(_site.Observe(1)).ToArray());
        Assert.Equal(_site.Blocks.ToArray(), wise.Guess(_site.Observe(1)).ToArray());
        Assert.InRange(wise.Beliefs[Cell].Chance, 0, 0.001f);

        wise.Heed(new HelpWishes(Shape.Size.Volume) { [Cell] = new(CellWishKind.Wanted) });
        Assert.Equal(Block.Stone, wise.Guess(_site.Observe(1))[Cell]);
    }

    [Fact]
    public void What_is_only_witnessed_is_known_later_without_a_run()
    {
        using var witness = new BeliefGuess(_engine, Shape, 0.9);
        using var thinker = new BeliefGuess(_engine, Shape, 0.9);
        foreach (var cell in (int[])[Cell, Cell + 1, Cell + 2])
        {
            thinker.Guess(_site.Observe(1));
            witness.Witness(_site.Observe(1));
            _site.Step([BuilderAction.Place(cell, Block.Stone), BuilderAction.Noop], new Deed[2]);
        }

        Assert.Equal(0, witness.Runs);
        Assert.Equal(thinker.Guess(_site.Observe(1)).ToArray(), witness.Guess(_site.Observe(1)).ToArray());
        Assert.Equal(thinker.Scores.ToArray(), witness.Scores.ToArray());
        Assert.Equal(3, witness.OthersEdits);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Guessing_allocates_nothing(bool isJudged)
    {
        using var guess = new BeliefGuess(_engine, Shape, 0.9, isJudged ? Judge(says: 0) : null);
        guess.Guess(_site.Observe(1));
        Do(0, BuilderAction.Place(Cell, Block.Stone), guess);
        _site.Step([BuilderAction.Break(Cell), BuilderAction.Noop], new Deed[2]);

        Assert.Equal(0, Garbage.Of(() => guess.Guess(_site.Observe(1))));
    }

    public void Dispose() => _engine.Dispose();

    private void Do(int builder, BuilderAction action, BeliefGuess guess)
    {
        var actions = new BuilderAction[2];
        actions[builder] = action;
        _site.Step(actions, new Deed[2]);
        guess.Guess(_site.Observe(1));
    }

    // The last weight is what is added for all edits alike.
    private static SurvivalJudge Judge(float says)
    {
        var weights = new float[SurvivalJudge.WeightCount];
        weights[^1] = says;
        return new SurvivalJudge(weights);
    }

    private static InferenceEngine Engine()
    {
        var served = new ServedBeliefNetwork(new BeliefNetwork(Shape, new BeliefNetworkOptions { Channels = 16, ColumnFeatures = 16, Blocks = 1 }));
        using var weights = WeightSet.Fresh(OnnxExporter.WeightsOf(served), 1);
        return InferenceEngine.Open(OnnxExporter.Export(served, weights), "belief.onnx");
    }
}
