using BlockAssist.Game.Tests.Platform;
using BlockAssist.Game.Tests.Rendering;
using BlockAssist.Game.Watching;

namespace BlockAssist.Game.Tests.Watching;

[Collection(DrawingInTurn.Name)]
public sealed class EpisodeFilmTests : IDisposable
{
    private static readonly FilmOptions Small = new() { Width = 160, Height = 90, View = WatchView.Free };

    private readonly TemporaryFolder _folder = new();

    public EpisodeFilmTests() => SceneTests.Open().Dispose();

    [Fact]
    public void A_moment_looks_the_same_however_one_came_there()
    {
        var episode = SomeEpisode.Of(_folder);
        using var film = new EpisodeFilm(episode, Small, TimeProvider.System);
        var (first, again, start) = (new byte[4 * 160 * 90], new byte[4 * 160 * 90], new byte[4 * 160 * 90]);

        film.Draw(0.6 * episode.Length, 0, first);
        film.Draw(0, 5, start);
        film.Draw(episode.Length, 5, again);
        film.Restart();
        using var other = new EpisodeFilm(episode, Small, TimeProvider.System);
        other.Draw(0.6 * episode.Length, 0, again);

        Assert.Equal(first, again);
        Assert.NotEqual(first, start);
    }

    [Fact]
    public void There_is_nobody_to_follow_beyond_the_builders()
    {
        var episode = SomeEpisode.Of(_folder);

        Assert.Throws<ArgumentOutOfRangeException>(() => new EpisodeFilm(episode, Small with { Followed = 2 }, TimeProvider.System));
    }

    public void Dispose() => _folder.Dispose();
}
