using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Sessions;

public sealed class UndoTests : IDisposable
{
    private static readonly BlockPos A = new(4, 2, 4);
    private static readonly BlockPos B = new(5, 2, 4);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Taking_all_back_restores_the_site_and_doing_all_again_restores_that(ulong seed)
    {
        using var session = Start();
        var random = new SeededRandom(seed);
        var states = new Stack<Block[]>([session.Site.Blocks.ToArray()]);
        while (states.Count < 200)
        {
            var cell = new BlockPos(random.Next(2, 5), random.Next(1, 5), random.Next(2, 5));
            var rejection = random.Next(2) == 0 ? session.PlaceAt(cell, (Block)random.Next(2, Palette.Count)) : session.BreakAt(cell);
            if (rejection is null)
            {
                states.Push(session.Site.Blocks.ToArray());
            }
        }

        var all = states.ToArray();
        foreach (var state in all[1..])
        {
            Assert.Null(session.Undo());
            Assert.Equal(state, session.Site.Blocks.ToArray());
        }

        Assert.Equal(Rejection.NothingToUndo, session.Undo());
        foreach (var state in all.Reverse().Skip(1))
        {
            Assert.Null(session.Redo());
            Assert.Equal(state, session.Site.Blocks.ToArray());
        }

        Assert.Equal(Rejection.NothingToUndo, session.Redo());
        session.DemandMirror();
    }

    [Fact]
    public void What_was_made_as_one_is_taken_back_and_done_again_as_one()
    {
        using var session = Start();
        Assert.Null(session.PlaceAt(A, Block.Log));
        var before = session.Site.Blocks.ToArray();
        session.AsOne(() => (session.BreakAt(A), session.PlaceAt(A, Block.Wool), session.PlaceAt(B, Block.Wool)));
        var after = session.Site.Blocks.ToArray();

        Assert.Null(session.Undo());
        Assert.Equal(before, session.Site.Blocks.ToArray());
        Assert.Null(session.Redo());
        Assert.Equal(after, session.Site.Blocks.ToArray());
        Assert.Null(session.Undo());
        Assert.Null(session.Undo());
        Assert.Equal(Rejection.NothingToUndo, session.Undo());
        Assert.Equal(Block.Air, session.BlockAt(A));
    }

    [Fact]
    public void What_a_body_is_in_the_way_of_waits_with_what_was_made_before_it()
    {
        using var session = Start();
        Assert.Null(session.PlaceAt(A, Block.Log));
        Assert.Null(session.PlaceAt(B, Block.Log));
        session.AsOne(() => (session.BreakAt(B), session.BreakAt(A), session.PlaceAt(new BlockPos(7, 2, 7), Block.Wool)));
        session.Stand(A);

        Assert.Null(session.Undo());
        Assert.Equal([Block.Air, Block.Air, Block.Air], new[] { A, B, new BlockPos(7, 2, 7) }.Select(session.BlockAt));
        Assert.Equal(Rejection.OwnBody, session.Undo());
        session.Stand(new BlockPos(8, 2, 8));
        Assert.Null(session.Undo());
        Assert.Equal([Block.Log, Block.Log], new[] { A, B }.Select(session.BlockAt));
    }

    [Fact]
    public void A_new_edit_forgets_what_was_taken_back()
    {
        using var session = Start();
        session.PlaceAt(A, Block.Log);
        session.Undo();
        session.PlaceAt(B, Block.Wool);

        Assert.Equal(Rejection.NothingToUndo, session.Redo());
    }

    [Fact]
    public void What_somebody_changed_since_stays()
    {
        using var session = Start(BuilderAction.Break(SomeSession.SiteSize.CellAt(new BlockPos(2, 2, 1))));
        var near = new BlockPos(2, 2, 1);
        Assert.Null(session.PlaceAt(B, Block.Wool));
        Assert.Null(session.PlaceAt(near, Block.Log));
        session.Advance(800);
        Assert.Equal(Block.Air, session.BlockAt(near));

        Assert.Equal(Rejection.ChangedSince, session.Undo());
        Assert.Null(session.Undo());
        Assert.Equal(Block.Air, session.BlockAt(B));
    }

    [Fact]
    public void A_block_does_not_come_back_into_a_body()
    {
        using var session = Start();
        Assert.Null(session.PlaceAt(A, Block.Log));
        Assert.Null(session.BreakAt(A));
        session.Stand(A);

        Assert.Equal(Rejection.OwnBody, session.Undo());
        session.Stand(new BlockPos(8, 2, 8));
        Assert.Null(session.Undo());
        Assert.Equal(Block.Log, session.BlockAt(A));
    }

    [Fact]
    public void The_assistants_last_blocks_can_be_rejected_and_the_player_can_think_again()
    {
        var cells = new[] { new BlockPos(2, 2, 1), new BlockPos(2, 2, 2), new BlockPos(1, 2, 2) };
        using var session = Start([.. cells.Select(cell => BuilderAction.Place(SomeSession.SiteSize.CellAt(cell), Block.Stone))]);
        session.Advance(2400);
        Assert.All(cells, cell => Assert.Equal(Block.Stone, session.BlockAt(cell)));
        session.BreakAt(cells[1]);

        Assert.Equal(1, session.RejectLast(2));

        Assert.Equal([Block.Stone, Block.Air, Block.Air], cells.Select(session.BlockAt));
        Assert.Equal(2, session.TakenBack);
        Assert.Null(session.Undo());
        Assert.Equal([Block.Stone, Block.Air, Block.Stone], cells.Select(session.BlockAt));
        Assert.Equal(1, session.RejectLast(9));
        Assert.Equal([Block.Air, Block.Air, Block.Stone], cells.Select(session.BlockAt));
        session.DemandMirror();
    }

    private BuildSession Start(params BuilderAction[] assistant) =>
        SomeSession.Start(_folder.File("session.bae"), new AssistantOptions { Policy = new ScriptedPolicy(assistant) });
}
