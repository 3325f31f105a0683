using BlockAssist.Learner.Beliefs;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Beliefs;

public sealed class BeliefEncoderTests
{
    private static readonly GridSize Size = new(6, 5, 7);
    private static readonly BlockPos At = new(3, 2, 4);
    private readonly BeliefShape _shape = new(Size);
    private readonly BuildTrace _trace = new();
    private readonly float[] _cells;
    private readonly float[] _scene = new float[BeliefShape.SceneFacts];
    private readonly BuildSite _site = new(
        new SiteOptions { Size = Size, Builders = [new BuilderOptions { IsHuman = true }, new BuilderOptions { IsHuman = true }] }, new BlockGrid(Size));

    public BeliefEncoderTests()
    {
        _cells = new float[_shape.CellNumbers];
        _trace.Begin(1);
        _trace.Note(_site.Observe(1));
    }

    [Fact]
    public void Every_cell_has_its_block_in_the_order_of_columns_and_levels()
    {
        Do(0, BuilderAction.Place(Size.CellAt(At), Block.Planks));
        Write();

        for (var cell = 0; cell < Size.Volume; cell++)
        {
            var facts = FactsOf(Size.PosOf(cell));
            Assert.Equal(1, facts[(int)_site.Blocks[cell]]);
            Assert.Equal(1, facts[..Palette.Count].ToArray().Sum());
        }

        Assert.Equal(_shape.CellNumbers, (_shape.PlaceOf(new BlockPos(5, 4, 6)) + 1) * _shape.CellFacts);
    }

    [Fact]
    public void It_tells_own_work_from_others_and_new_from_old()
    {
        var other = At with { X = 2 };
        Do(0, BuilderAction.Place(Size.CellAt(At), Block.Planks));
        Do(1, BuilderAction.Place(Size.CellAt(other), Block.Stone));
        Write();

        Assert.Equal((1, 0), (Fact(At, BeliefFact.ByOthers), Fact(At, BeliefFact.ByOneself)));
        Assert.Equal((0, 1), (Fact(other, BeliefFact.ByOthers), Fact(other, BeliefFact.ByOneself)));
        Assert.True(Fact(other, BeliefFact.Lately) > Fact(At, BeliefFact.Lately) && Fact(At, BeliefFact.Lately) > 0);
        Assert.Equal(0, Fact(At with { X = 1 }, BeliefFact.InAWhile));
        Assert.Equal((1, 0), (Fact(At, BeliefFact.IsLastPlaced), Fact(other, BeliefFact.IsLastPlaced)));
    }

    [Fact]
    public void It_tells_where_bodies_are_and_whose()
    {
        Write();

        var (others, own) = (_site.LocationOf(0).Cell, _site.LocationOf(1).Cell);
        Assert.Equal((1, 0), (Fact(others, BeliefFact.OthersBody), Fact(others, BeliefFact.OwnBody)));
        Assert.Equal((0, 1), (Fact(own with { Y = own.Y + 1 }, BeliefFact.OthersBody), Fact(own with { Y = own.Y + 1 }, BeliefFact.OwnBody)));
    }

    [Fact]
    public void It_tells_what_was_rejected_and_what_it_is_built_of()
    {
        Do(0, BuilderAction.Place(0 + Size.CellAt(At with { X = 1 }), Block.Log));
        Do(1, BuilderAction.Place(Size.CellAt(At), Block.Stone));
        Do(0, BuilderAction.Break(Size.CellAt(At)));
        Write();

        Assert.Equal((1, 0.5f), (Fact(At, BeliefFact.Rejected), Fact(At, BeliefFact.Removed)));
        Assert.Equal((1, 0), (_scene[(int)Block.Log], _scene[(int)Block.Stone]));
        Assert.All(_scene, number => Assert.InRange(number, 0, 4));
    }

    [Fact]
    public void It_tells_how_far_others_work_reaches_and_what_is_on_its_other_side()
    {
        var other = At with { X = 1, Z = 3 };
        Do(0, BuilderAction.Place(Size.CellAt(At), Block.Planks));
        Do(0, BuilderAction.Place(Size.CellAt(other), Block.Stone));
        Do(1, BuilderAction.Place(Size.CellAt(At with { X = 4 }), Block.Log));
        Write();

        Assert.Equal((0, 0), (Fact(At, BeliefFact.InsideX), Fact(At, BeliefFact.InsideZ)));
        Assert.Equal((1 / 3f, -1 / 3f), (Fact(At with { X = 2 }, BeliefFact.InsideX), Fact(At with { X = 0 }, BeliefFact.InsideX)));
        Assert.Equal(1, FactsOf(At with { X = 1 })[(int)BeliefFact.AcrossX + (int)Block.Planks]);
        Assert.Equal(1, FactsOf(At with { Z = 3 })[(int)BeliefFact.AcrossZ + (int)Block.Planks]);
        Assert.Equal(1, FactsOf(other with { X = 3 })[(int)BeliefFact.AcrossX + (int)Block.Stone]);
        Assert.Equal(0, FactsOf(At with { X = 5 })[(int)BeliefFact.AcrossX..(int)BeliefFact.AcrossZ].ToArray().Sum());
    }

    [Fact]
    public void Older_models_are_told_the_facts_that_there_were_then()
    {
        Do(0, BuilderAction.Place(Size.CellAt(At), Block.Planks));
        Write();
        var older = new BeliefShape(Size, BeliefShape.FirstCellFacts);
        var told = new float[older.CellNumbers];

        BeliefEncoder.Write(_site.Observe(1), _trace, told, _scene);

        for (var cell = 0; cell < Size.Volume; cell++)
        {
            Assert.Equal(_cells.AsSpan(cell * _shape.CellFacts, older.CellFacts), told.AsSpan(cell * older.CellFacts, older.CellFacts));
        }
    }

    [Fact]
    public void Where_nothing_was_built_nothing_is_on_the_other_side()
    {
        Write();

        Assert.Equal(0, FactsOf(At)[(int)BeliefFact.InsideX..].ToArray().Sum(Math.Abs));
    }

    [Fact]
    public void Writing_allocates_nothing()
    {
        Write();
        Assert.Equal(0, Garbage.Of(() => Write()));
    }

    private void Do(int builder, BuilderAction action)
    {
        var actions = new BuilderAction[2];
        actions[builder] = action;
        _site.Step(actions, new Deed[2]);
        _trace.Note(_site.Observe(1));
    }

    private void Write() => BeliefEncoder.Write(_site.Observe(1), _trace, _cells, _scene);

    private ReadOnlySpan<float> FactsOf(BlockPos at) => _cells.AsSpan(_shape.PlaceOf(at) * _shape.CellFacts, _shape.CellFacts);

    private float Fact(BlockPos at, BeliefFact fact) => FactsOf(at)[(int)fact];
}
