using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Watching;

/// <summary>Draws pictures of an episode without a window.</summary>
/// <remarks>Each is drawn twice as wide and high and made smaller, which smooths its edges. Belongs to one thread.</remarks>
public sealed class EpisodeFilm : IDisposable
{
    private const int Samples = 2;

    private readonly FilmOptions _options;
    private readonly OffscreenContext _context;
    private readonly WatchScene _scene;
    private readonly byte[] _large;
    private WatchCamera _camera;

    /// <summary>Prepares to draw.</summary>
    /// <param name="episode">What.</param>
    /// <param name="options">How.</param>
    /// <param name="clock">Tells how long meshing takes.</param>
    /// <exception cref="PlatformException">This machine cannot draw without a window, or not so large; the message says why.</exception>
    public EpisodeFilm(WatchedEpisode episode, FilmOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(episode);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(options.Followed, episode.Tracks.Count, nameof(options));
        _options = options;
        _context = OffscreenContext.Open(Samples * options.Width, Samples * options.Height);
        try
        {
            _scene = new WatchScene(_context, episode, clock) { ShowsGhosts = options.Ghosts };
        }
        catch
        {
            _context.Dispose();
            throw;
        }

        _large = new byte[4 * Samples * options.Width * Samples * options.Height];
        _camera = StartCamera();
    }

    /// <summary>Puts the camera back to where it began.</summary>
    public void Restart() => _camera = StartCamera();

    /// <summary>Draws a picture.</summary>
    /// <param name="time">The moment, in milliseconds since the start of the episode.</param>
    /// <param name="seconds">How long after the last picture it is shown: the camera moves by it.</param>
    /// <param name="rgba">Takes it: red, green, blue, alpha, a byte each, the top row first.</param>
    public void Draw(double time, float seconds, Span<byte> rgba)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(rgba.Length, 4 * _options.Width * _options.Height, nameof(rgba));
        _scene.Show(time, seconds);
        var camera = _camera.Advance(_scene.PoseOf(_options.Followed), seconds);
        _scene.Draw(camera, _camera.Inhabited, whole: true);
        _context.ReadPixels(_large);
        Shrink(rgba);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _scene.Dispose();
        _context.Dispose();
    }

    private WatchCamera StartCamera()
    {
        var camera = new WatchCamera(_scene.World.Place.World, _scene.World.Place.Frame);
        camera.Look(_options.View, _options.Followed);
        return camera;
    }

    // The mean of each square of pixels.
    private void Shrink(Span<byte> rgba)
    {
        var row = 4 * Samples * _options.Width;
        for (var y = 0; y < _options.Height; y++)
        {
            var from = _large.AsSpan(Samples * y * row);
            var to = rgba.Slice(4 * y * _options.Width, 4 * _options.Width);
            for (var at = 0; at < to.Length; at++)
            {
                var upper = (Samples * 4 * (at / 4)) + (at % 4);
                to[at] = (byte)((from[upper] + from[upper + 4] + from[upper + row] + from[upper + row + 4] + 2) / 4);
            }
        }
    }
}
