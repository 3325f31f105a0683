using BlockAssist.Learner.Beliefs;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Beliefs;

public sealed class BuildTraceTests
{
    private static readonly GridSize Size = new(6, 6, 6);
    private static readonly int Cell = Size.CellAt(new BlockPos(3, 2, 3));
    private readonly BuildTrace _trace = new();
    private readonly BuildSite _site = new(
        new SiteOptions { Size = Size, Builders = [new BuilderOptions { IsHuman = true }, new BuilderOptions { IsHuman = true }] }, new BlockGrid(Size));

    public BuildTraceTests()
    {
        _trace.Begin(1);
        Look();
    }

    [Fact]
    public void What_the_others_do_is_counted_and_what_oneself_does_is_not()
    {
        Do(0, BuilderAction.Place(Cell, Block.Planks));
        Do(1, BuilderAction.Place(Cell + 1, Block.Stone));
        Do(0, BuilderAction.Place(Cell + 2, Block.Log));

        Assert.Equal((3, 2, 2, Block.Log), (_trace.Changes, _trace.Edits, _trace.Placements, _trace.LastPlaced));
        Assert.Equal((1, 0, 1), (_trace.Placed[(int)Block.Planks], _trace.Placed[(int)Block.Stone], _trace.Placed[(int)Block.Log]));
        Assert.Equal((2, 1, 0, -1), (_trace.ChangesSince(Cell), _trace.ChangesSince(Cell + 1), _trace.ChangesSince(Cell + 2), _trace.ChangesSince(Cell + 3)));
    }

    [Fact]
    public void What_the_others_take_away_or_change_of_ones_own_is_rejected_until_the_end()
    {
        Do(1, BuilderAction.Place(Cell, Block.Stone));
        Assert.False(_trace.IsRejected(Cell));
        Do(0, BuilderAction.Break(Cell));
        Assert.Equal((true, 1), (_trace.IsRejected(Cell), _trace.RemovalsOf(Cell)));
        Do(0, BuilderAction.Place(Cell, Block.Log));
        Assert.True(_trace.IsRejected(Cell));

        Do(0, BuilderAction.Place(Cell + 1, Block.Log));
        Do(0, BuilderAction.Break(Cell + 1));
        Assert.Equal((false, 1), (_trace.IsRejected(Cell + 1), _trace.RemovalsOf(Cell + 1)));
    }

    [Fact]
    public void What_one_did_and_what_was_undone_of_it_is_told_until_the_next_look()
    {
        Do(1, BuilderAction.Place(Cell, Block.Stone));
        Assert.Equal([Cell], _trace.OwnChanges.ToArray());
        Assert.Equal([], _trace.Undone.ToArray());

        Do(0, BuilderAction.Break(Cell));
        Assert.Equal([], _trace.OwnChanges.ToArray());
        Assert.Equal([Cell], _trace.Undone.ToArray());

        Do(0, BuilderAction.Noop);
        Assert.Equal([], _trace.OwnChanges.ToArray());
        Assert.Equal([], _trace.Undone.ToArray());
    }

    [Fact]
    public void Turns_without_a_change_of_the_others_are_counted()
    {
        Do(0, BuilderAction.Place(Cell, Block.Stone));
        Assert.Equal(0, _trace.SinceEdit);
        Do(0, BuilderAction.Noop);
        Do(1, BuilderAction.Place(Cell + 1, Block.Stone));
        Assert.Equal(2, _trace.SinceEdit);
    }

    [Fact]
    public void Who_only_looks_on_takes_everything_for_others_work()
    {
        _trace.Begin(BuildTrace.Onlooker);
        Look();
        Do(0, BuilderAction.Place(Cell, Block.Stone));
        Do(1, BuilderAction.Place(Cell + 1, Block.Stone));

        Assert.Equal(2, _trace.Edits);
    }

    [Fact]
    public void A_new_episode_begins_with_nothing()
    {
        Do(1, BuilderAction.Place(Cell, Block.Stone));
        Do(0, BuilderAction.Break(Cell));
        _trace.Begin(1);
        Look();

        Assert.Equal((0, 0, 0, Block.Air), (_trace.Changes, _trace.Edits, _trace.Placements, _trace.LastPlaced));
        Assert.Equal((-1, 0, false), (_trace.ChangesSince(Cell), _trace.RemovalsOf(Cell), _trace.IsRejected(Cell)));
    }

    [Fact]
    public void Looking_allocates_nothing()
    {
        Assert.Equal(0, Garbage.Of(() =>
        {
            for (var time = 0; time < 100; time++)
            {
                Do(0, time % 2 == 0 ? BuilderAction.Place(Cell, Block.Stone) : BuilderAction.Break(Cell));
            }
        }));
    }

    private void Do(int builder, BuilderAction action)
    {
        Span<BuilderAction> actions = stackalloc BuilderAction[2];
        Span<Deed> deeds = stackalloc Deed[2];
        actions[builder] = action;
        _site.Step(actions, deeds);
        Look();
    }

    private void Look() => _trace.Note(_site.Observe(1));
}
