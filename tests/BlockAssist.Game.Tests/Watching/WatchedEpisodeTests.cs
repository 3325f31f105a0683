using BlockAssist.Game.Sessions;
using BlockAssist.Game.Tests.Sessions;
using BlockAssist.Game.Watching;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Watching;

public sealed class WatchedEpisodeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void What_happened_is_told_with_its_time_and_by_whom()
    {
        var episode = SomeEpisode.Of(_folder);

        var own = episode.Events.Where(happened => happened.Builder == 0 && happened.Kind != WatchedEventKind.Finish).ToArray();
        Assert.Equal([(WatchedEventKind.Mistake, Block.Wool), (WatchedEventKind.Break, Block.Wool)], own.Select(happened => (happened.Kind, happened.Block)));
        Assert.InRange(own[0].Time, 1400, 1600);
        Assert.InRange(own[1].Time, 3900, 4100);
        Assert.Contains(episode.Events, happened => happened is { Kind: WatchedEventKind.Placement, Builder: 1 });
        Assert.Single(episode.Events, happened => happened.Kind == WatchedEventKind.Finish);
        Assert.Equal(episode.Events.Select(happened => happened.Time).Order(), episode.Events.Select(happened => happened.Time));
    }

    [Fact]
    public void Pauses_of_the_assistant_are_told_in_their_place()
    {
        var file = _folder.File("paused.bae");
        using (var session = SomeSession.Start(file, new AssistantOptions { Policy = new LayerBuilder(), GoalVisible = true }))
        {
            session.Advance(3000);
            session.Assistant!.IsPaused = true;
            session.Advance(9000);
            session.Assistant.IsPaused = false;
            session.Advance(12_000);
            session.Finish();
        }

        var events = WatchedEpisode.Open(file).Events;

        Assert.Equal([(3000L, WatchedEventKind.Pause), (9000L, WatchedEventKind.Resume)], events.Where(happened => !happened.IsEdit).Select(happened => (happened.Time, happened.Kind)));
        Assert.Contains(events, happened => happened.IsEdit && happened.Time < 3000);
        Assert.DoesNotContain(events, happened => happened.IsEdit && happened.Time is > 3000 and < 9000);
        Assert.Equal(events.Select(happened => happened.Time).Order(), events.Select(happened => happened.Time));
    }

    [Fact]
    public void A_file_that_was_cut_off_is_watched_as_far_as_it_goes()
    {
        var file = File.ReadAllBytes(SomeEpisode.Record(_folder));

        var whole = WatchedEpisode.Read(file, "whole");
        var half = WatchedEpisode.Read(file[..(file.Length / 2)], "half");

        Assert.False(whole.IsCutOff);
        Assert.True(half.IsCutOff);
        Assert.InRange(half.Changes.Count, 1, whole.Changes.Count - 1);
        Assert.Equal(whole.Changes.Take(half.Changes.Count), half.Changes);
    }

    [Fact]
    public void A_file_that_is_no_episode_is_refused() =>
        Assert.Throws<EpisodeFormatException>(() => WatchedEpisode.Read([1, 2, 3], "three bytes"));

    [Fact]
    public void A_small_file_that_claims_more_than_can_be_watched_is_refused()
    {
        var header = new SessionOptions { Path = "", Goal = SomeSession.Goal() }.ToHeader();
        var stream = new MemoryStream();
        using (var writer = new EpisodeWriter(stream, header, header.CreateSite()))
        {
            for (var number = 0; number <= EpisodeSurvey.MostPoses; number++)
            {
                writer.Pose(new PlayerPose { Time = number / 100 });
            }
        }

        var file = stream.ToArray();

        Assert.InRange(file.Length, 1, 1 << 20);
        Assert.Contains("expected no more than can be watched", Assert.Throws<EpisodeFormatException>(() => WatchedEpisode.Read(file, "endless")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_poses_is_where_they_say_and_who_has_none_glides_from_cell_to_cell()
    {
        var episode = SomeEpisode.Of(_folder);
        var origin = new BlockPos(0, 0, 0);

        for (var builder = 0; builder < 2; builder++)
        {
            var before = episode.Tracks[builder].At(0, origin).Feet;
            for (var time = 20; time < episode.Length; time += 20)
            {
                var feet = episode.Tracks[builder].At(time, origin).Feet;
                // Nobody is faster than eleven blocks a second.
                Assert.True((feet - before).Length() < 0.25f || time < 100, $"builder {builder} jumps from {before} to {feet} at {time} ms");
                before = feet;
            }
        }
    }

    [Fact]
    public void Who_builds_looks_at_it_and_swings_an_arm()
    {
        var episode = SomeEpisode.Of(_folder);
        var placed = episode.Events.First(happened => happened is { Kind: WatchedEventKind.Placement, Builder: 1 });

        var pose = episode.Tracks[1].At(placed.Time + 100, new BlockPos(0, 0, 0));

        Assert.InRange(pose.Swing, 0.2f, 0.4f);
        Assert.Equal(placed.Block, pose.Held);
    }

    public void Dispose() => _folder.Dispose();
}
