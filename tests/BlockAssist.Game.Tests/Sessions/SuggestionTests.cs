using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Sessions;

/// <summary>An assistant that shows what it would place. It believes in a wall, seven cells wide and two high.</summary>
public sealed class SuggestionTests : IDisposable
{
    private static readonly BlockPos First = new(1, 2, 6);

    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("session.bae");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_shows_the_surest_that_can_stand_and_builds_nothing_by_itself()
    {
        using var session = Start();
        session.Advance(20_000);

        Assert.Equal([First, new(2, 2, 6), new(3, 2, 6)], Cells(session));
        Assert.All(session.Assistant!.Suggestions.ToArray(), suggestion => Assert.Equal((Block.Planks, false), (suggestion.Block, suggestion.IsAccepted)));
        Assert.Equal(0, session.Result().Assistant.Placements);
        session.Assistant.SuggestionCount = 5;
        Assert.Equal(5, session.Assistant.Suggestions.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => session.Assistant.SuggestionCount = 6);
    }

    [Fact]
    public void What_it_is_not_sure_enough_of_is_not_suggested()
    {
        using var session = Start();
        session.Assistant!.Sureness = 0.972;
        session.Advance(800);

        Assert.Equal([First, new(2, 2, 6)], Cells(session));
    }

    [Fact]
    public void What_is_accepted_it_places_and_nothing_else()
    {
        using (var session = Start())
        {
            session.Advance(800);
            Assert.True(session.AcceptSuggestion());
            Assert.Equal(new Suggestion(SomeSession.SiteSize.CellAt(First), Block.Planks, true), session.Assistant!.Suggestions[0]);
            Assert.Equal(4, session.Assistant.Suggestions.Length);
            session.Advance(30_000);

            Assert.Equal(Block.Planks, session.BlockAt(First));
            Assert.Equal((1, 0), (session.Result().Assistant.Placements, session.Result().Player.Placements));
            Assert.Equal([new(2, 2, 6), new(3, 2, 6), new(4, 2, 6)], Cells(session));
            session.Finish();
        }

        Assert.Equal([(FeedbackKind.Accept, SomeSession.SiteSize.CellAt(First))], Feedback());
        Assert.Equal(1, EpisodeVerification.Verify(EpisodeReader.Open(File)).Exact);
    }

    [Fact]
    public void What_is_declined_is_never_suggested_again_and_then_it_is_quiet_for_a_while()
    {
        using (var session = Start())
        {
            session.Advance(800);
            Assert.True(session.DeclineSuggestion());
            Assert.True(session.Assistant!.Suggestions.IsEmpty);
            Assert.False(session.DeclineSuggestion());
            session.Advance(3790);
            Assert.Null(session.CurrentSuggestion);
            session.Advance(3810);
            Assert.Equal([new(2, 2, 6), new(3, 2, 6), new(4, 2, 6)], Cells(session));

            session.Assistant.Suggests = false;
            session.Advance(60_000);
            Assert.Equal(Block.Planks, session.BlockAt(new BlockPos(2, 2, 6)));
            Assert.Equal(Block.Air, session.BlockAt(First));
            session.Finish();
        }

        Assert.Equal([(FeedbackKind.Decline, SomeSession.SiteSize.CellAt(First))], Feedback());
    }

    [Fact]
    public void An_answer_is_about_the_suggestion_that_is_aimed_at()
    {
        using var session = Start();
        session.Stand(new BlockPos(3, 2, 3));
        session.Advance(800);
        session.LookAt(new BlockPos(3, 2, 6));

        Assert.Equal(SomeSession.SiteSize.CellAt(new BlockPos(3, 2, 6)), session.CurrentSuggestion!.Value.Cell);
        session.Yaw += 180;
        Assert.Equal(SomeSession.SiteSize.CellAt(First), session.CurrentSuggestion!.Value.Cell);
    }

    [Fact]
    public void What_the_player_builds_there_instead_settles_it()
    {
        using var session = Start();
        session.Advance(800);
        session.AcceptSuggestion();
        Assert.Null(session.PlaceAt(First, Block.Stone));
        Assert.Null(session.BreakAt(First));
        session.Advance(20_000);

        Assert.Equal(Block.Air, session.BlockAt(First));
        Assert.Equal(0, session.Result().Assistant.Placements);
    }

    [Fact]
    public void At_rest_it_suggests_nothing()
    {
        using var session = Start();
        session.Advance(800);
        session.Assistant!.IsPaused = true;

        Assert.Null(session.CurrentSuggestion);
    }

    [Fact]
    public void One_that_sees_the_goal_has_nothing_to_suggest()
    {
        using var session = SomeSession.Start(File, new AssistantOptions { Policy = new LayerBuilder(), GoalVisible = true, Suggests = true });
        session.Advance(20_000);

        Assert.False(session.Assistant!.Suggests);
        Assert.False(session.AcceptSuggestion());
        Assert.True(session.Result().Assistant.Placements > 0);
    }

    [Fact]
    public void Suggesting_allocates_nothing()
    {
        using var session = Start();
        session.Advance(3000);
        session.AcceptSuggestion();
        _ = session.CurrentSuggestion;

        var before = GC.GetAllocatedBytesForCurrentThread();
        session.Advance(3200);
        _ = session.CurrentSuggestion;
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static BlockPos[] Cells(BuildSession session) => [.. session.Assistant!.Suggestions.ToArray().Select(suggestion => SomeSession.SiteSize.PosOf(suggestion.Cell))];

    private BuildSession Start() => SomeSession.Start(File, new AssistantOptions { Policy = new BelievingPolicy(BelievingPolicy.Wall(7, 2)), Suggests = true });

    private List<(FeedbackKind, int)> Feedback()
    {
        var (reader, all) = (EpisodeReader.Open(File), new List<(FeedbackKind, int)>());
        for (var entry = reader.Read(); entry != EpisodeEntry.None; entry = reader.Read())
        {
            if (entry == EpisodeEntry.Feedback)
            {
                all.Add((reader.Feedback.Kind, reader.Feedback.Value));
            }
        }

        return all;
    }
}
