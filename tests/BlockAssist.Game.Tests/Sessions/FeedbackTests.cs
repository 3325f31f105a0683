using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Sessions;

public sealed class FeedbackTests : IDisposable
{
    private static readonly BlockPos[] Cells = [new(2, 2, 1), new(2, 2, 2), new(1, 2, 2)];

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Pausing_and_going_on_are_recorded_once_each()
    {
        var read = Play(session =>
        {
            session.Advance(500);
            session.Assistant!.IsPaused = true;
            session.Assistant.IsPaused = true;
            session.Advance(2000);
            session.Assistant.IsPaused = false;
        });

        Assert.Equal(
            [new Feedback(FeedbackKind.Pause, 0, 1, 500, 0), new Feedback(FeedbackKind.Resume, 0, 1, 2000, 2)],
            read);
    }

    [Fact]
    public void Of_a_pace_only_what_it_is_left_at_is_recorded()
    {
        var read = Play(session =>
        {
            session.Assistant!.ActionMilliseconds = 400;
            session.Assistant.ActionMilliseconds = 200;
            session.Advance(300);
            session.Assistant.ActionMilliseconds = 100;
            session.Assistant.ActionMilliseconds = 200;
            session.Advance(600);
        });

        Assert.Equal([(FeedbackKind.Pace, 200)], read.Select(feedback => (feedback.Kind, feedback.Value)));
    }

    [Fact]
    public void A_block_of_the_assistants_that_is_broken_is_rejected()
    {
        var rejected = 0;
        var read = Play(session =>
        {
            session.Advance(2400);
            Assert.Null(session.BreakAt(Cells[1]));
            rejected = session.TakenBack;
        });

        Assert.Equal((FeedbackKind.Reject, SomeSession.SiteSize.CellAt(Cells[1])), (read.Single().Kind, read.Single().Value));
        Assert.Equal(1, rejected);
    }

    [Fact]
    public void Asking_for_a_block_to_be_taken_back_is_recorded_with_its_cell_and_step()
    {
        var read = Play(session =>
        {
            session.Advance(2400);
            Assert.Equal(2, session.RejectLast(2));
            Assert.Null(session.Undo());
        });

        Assert.Equal(
            [(FeedbackKind.Undo, SomeSession.SiteSize.CellAt(Cells[2])), (FeedbackKind.Undo, SomeSession.SiteSize.CellAt(Cells[1]))],
            read.Select(feedback => (feedback.Kind, feedback.Value)));
        Assert.Equal(read[0].Steps + 1, read[1].Steps);
    }

    [Fact]
    public void What_the_player_built_and_what_the_assistant_did_not_change_is_no_rejection()
    {
        var read = Play(session =>
        {
            Assert.Null(session.PlaceAt(new BlockPos(5, 2, 5), Block.Log));
            session.Advance(2400);
            Assert.Null(session.BreakAt(new BlockPos(5, 2, 5)));
            Assert.Null(session.Undo());
            Assert.Null(session.BreakAt(new BlockPos(4, 1, 4)));
        });

        Assert.Empty(read);
    }

    [Fact]
    public void A_better_block_where_the_assistant_broke_one_is_no_rejection_but_the_same_is()
    {
        var cell = new BlockPos(2, 2, 1);
        var broken = BuilderAction.Break(SomeSession.SiteSize.CellAt(cell));
        foreach (var (block, expected) in new[] { (Block.Stone, 0), (Block.Log, 1) })
        {
            var read = Play(
                session =>
                {
                    Assert.Null(session.PlaceAt(cell, Block.Log));
                    session.Advance(900);
                    Assert.Equal(Block.Air, session.BlockAt(cell));
                    Assert.Null(session.PlaceAt(cell, block));
                },
                broken);

            Assert.Equal(expected, read.Count);
        }
    }

    public void Dispose() => _folder.Dispose();

    private List<Feedback> Play(Action<BuildSession> play, params BuilderAction[] assistant)
    {
        BuilderAction[] stones = [.. Cells.Select(cell => BuilderAction.Place(SomeSession.SiteSize.CellAt(cell), Block.Stone))];
        var policy = new ScriptedPolicy(assistant is [] ? stones : assistant);
        var file = _folder.File($"{Guid.NewGuid()}.bae");
        using (var session = SomeSession.Start(file, new AssistantOptions { Policy = policy }))
        {
            play(session);
            session.Finish();
        }

        var reader = EpisodeReader.Open(file);
        var read = new List<Feedback>();
        for (var entry = reader.Read(); entry != EpisodeEntry.None; entry = reader.Read())
        {
            if (entry == EpisodeEntry.Feedback)
            {
                read.Add(reader.Feedback);
            }
        }

        Assert.Equal(1, EpisodeVerification.Verify(EpisodeReader.Open(file)).Exact);
        return read;
    }
}
