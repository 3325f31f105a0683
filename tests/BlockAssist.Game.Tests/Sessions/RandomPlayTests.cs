using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Game.Tests.Sessions;

public sealed class RandomPlayTests
{
    private const double Minute = 60_000;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Minutes_of_chance_are_recorded_so_that_they_come_out_the_same(ulong seed)
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("session.bae");
        using var session = SomeSession.Start(path, Assistant(seed));
        var player = new RandomPlayer(session, seed);
        var outside = 0;
        while (session.Time < 4 * Minute)
        {
            player.Frame();
            DemandTogether(session);
            outside += session.IsOutside ? 1 : 0;
        }

        var result = session.Finish();
        session.Dispose();

        session.DemandMirror();
        Assert.Equal(Recount(session), session.Progress.Total);
        Assert.True(player.Edits > 50 && player.Rejections > 50 && result.Player.Moves > 50, $"{player.Edits} {player.Rejections} {result}");
        Assert.True(outside > 0 && session.Corrections > 0);
        DemandSameEpisode(session, path);
        PaddingCheck.Demand(path, (long)session.Time);
        TestContext.Current.TestOutputHelper?.WriteLine($"{result}; {player.Edits} edits, {player.Rejections} rejections, {session.Corrections} corrections, {new FileInfo(path).Length} bytes");
    }

    [Theory]
    [InlineData(10, 0)]
    [InlineData(11, 0)]
    [InlineData(12, 25)]
    [InlineData(13, 25)]
    [InlineData(14, 35)]
    [InlineData(15, 35)]
    public void Only_who_comes_back_through_another_cell_is_put_there(ulong seed, int blocksInAHundred)
    {
        using var folder = new TemporaryFolder();
        using var session = SomeSession.Among(blocksInAHundred, seed, folder.File("session.bae"));

        // At most a tick a frame, so that no short trip outside is missed.
        var player = new RandomPlayer(session, seed) { LongestFrame = 16 };
        while (session.Time < 4 * Minute)
        {
            var (wasOutside, cell, corrections) = (session.IsOutside, session.Site.LocationOf(0).Cell, session.Corrections);
            player.Frame();
            var isReturn = wasOutside && !session.IsOutside && session.Site.LocationOf(0).Cell != cell;
            Assert.Equal(corrections + (isReturn ? 1 : 0), session.Corrections);
        }

        Assert.True(session.Corrections > 0);
    }

    internal static AssistantOptions? Assistant(ulong seed) => (seed % 3) switch
    {
        0 => null,
        1 => new AssistantOptions { Policy = new LayerBuilder(), GoalVisible = true, Role = BuilderRole.Scripted },
        _ => new AssistantOptions { Policy = new HumanlikeBuilder(seed), GoalVisible = true, ActionMilliseconds = 400 },
    };

    internal static void DemandSameEpisode(BuildSession session, string path)
    {
        var verified = EpisodeVerification.Verify(path);
        Assert.Empty(verified.Reasons);
        Assert.Equal((1, 0), (verified.Exact, verified.Mismatches));
        var replay = new Replay(EpisodeReader.Open(path));
        replay.Run();
        Assert.Equal(session.Site.Blocks.ToArray(), replay.Site.Blocks.ToArray());
        Assert.Equal(session.Site.LastInteracted.ToArray(), replay.Site.LastInteracted.ToArray());
        Assert.Equal(session.Site.Locations.ToArray(), replay.Site.Locations.ToArray());
        Assert.Equal(session.Site.Timestep, replay.Site.Timestep);
    }

    private static void DemandTogether(BuildSession session)
    {
        Assert.True(session.Body.Fits(session.Body.Feet));
        var cell = session.Frame.ToSite(session.Body.Feet.Cell);
        Assert.Equal(session.IsOutside, !session.Frame.Size.Contains(cell));
        if (!session.IsOutside)
        {
            Assert.Equal(cell, session.Site.LocationOf(0).Cell);
        }
    }

    private static ProgressCounts Recount(BuildSession session) =>
        new BlueprintProgress(session.Site.Size, session.Site.Goal, session.Site.Blocks).Total;
}
