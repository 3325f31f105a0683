using BlockAssist.Game.Watching;
using BlockAssist.Game.World;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Tests.Watching;

public sealed class WatchedWorldTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Going_to_any_moment_in_any_order_shows_what_playing_up_to_it_shows()
    {
        var file = SomeEpisode.Record(_folder);
        var episode = WatchedEpisode.Open(file);
        var world = new WatchedWorld(episode);
        var random = new SeededRandom(1);
        var played = Play(file);

        for (var i = 0; i < 300; i++)
        {
            // Some at the very times of changes, where being early or late shows.
            var change = episode.Changes[random.Next(episode.Changes.Count)];
            var time = i % 3 == 0 ? change.Time : i % 3 == 1 ? change.Time - 1 : random.Next((int)episode.Length + 1);
            world.Seek(time);

            Assert.Equal(played.Last(state => state.Time <= time).Blocks, world.Blocks.ToArray());
        }
    }

    [Fact]
    public void What_is_drawn_is_what_the_site_has_and_lit_as_if_it_had_always_been_so()
    {
        var episode = SomeEpisode.Of(_folder);
        var world = new WatchedWorld(episode);
        foreach (var share in (double[])[1, 0.3, 0.8, 0, 0.55])
        {
            world.Seek(share * episode.Length);
        }

        var (land, frame) = (world.Place.World, world.Place.Frame);
        for (var cell = 0; cell < frame.Size.Volume; cell++)
        {
            Assert.Equal((Material)world.Blocks[cell], land[frame.ToWorld(frame.Size.PosOf(cell))]);
        }

        var light = land.Light.ToArray();
        new SkyLight(land).Spread();
        Assert.Equal(light, land.Light.ToArray());
    }

    [Fact]
    public void Progress_at_a_moment_does_not_depend_on_the_way_there()
    {
        var episode = SomeEpisode.Of(_folder);
        var (straight, detour) = (new WatchedWorld(episode), new WatchedWorld(episode));

        straight.Seek(episode.Length / 2);
        detour.Seek(episode.Length);
        Assert.Equal(0, detour.Progress.Total.Left);
        detour.Seek(0);
        detour.Seek(episode.Length / 2);

        Assert.Equal(straight.Progress.Total, detour.Progress.Total);
    }

    public void Dispose() => _folder.Dispose();

    private static List<(long Time, Block[] Blocks)> Play(string file)
    {
        var replay = new Replay(EpisodeReader.Open(file));
        var (states, now) = (new List<(long, Block[])> { (0, replay.Site.Blocks.ToArray()) }, 0L);
        while (replay.Step())
        {
            now = Math.Max(now, replay.Time);
            states.Add((now, replay.Site.Blocks.ToArray()));
        }

        return states;
    }
}
