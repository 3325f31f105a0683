using System.Runtime.InteropServices;
using BlockAssist.Cli.Doctor;
using BlockAssist.Cli.Pictures;
using BlockAssist.Cli.Pictures.Gif;
using BlockAssist.Cli.Running;
using BlockAssist.Game.Pictures;
using BlockAssist.Game.Watching;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Watching;

/// <summary>Draws an episode into a file.</summary>
internal sealed class Rendering
{
    // So many pictures are looked at to choose the colours of a GIF.
    private const int ColourSamples = 12;

    private readonly CommandContext _context;
    private readonly WatchedEpisode _episode;
    private readonly RenderOrder _order;
    private readonly FilmOptions _options;
    private readonly FilmReel _reel;
    private readonly byte[] _picture;

    /// <summary>Prepares to draw; what cannot be done is said before anything is drawn.</summary>
    public Rendering(CommandContext context, WatchedEpisode episode, RenderOrder order)
    {
        (_context, _episode, _order) = (context, episode, order);
        (_options, _reel) = (order.ToFilm(), order.ToReel(episode.Length));
        _picture = new byte[4 * _options.Width * _options.Height];
        if (_options.Followed >= episode.Tracks.Count)
        {
            throw new ForeseenException("There is only one builder in this episode", "Follow that one: --camera follow");
        }

        if (_order.Ending != ".png" && _reel.Frames > FilmReel.MostFrames)
        {
            throw new ForeseenException($"A film of {_reel.Frames} pictures is too long, at most {FilmReel.MostFrames}", "Use a higher --speed or a lower --fps.");
        }
    }

    /// <summary>Draws.</summary>
    public RenderReport Run(CancellationToken cancellation)
    {
        switch (_order.Ending)
        {
            case ".png":
                DrawPicture();
                return Report(1);
            case ".gif":
                DrawGif(cancellation);
                return Report(_reel.Frames);
            case ".mp4":
                DrawFilm(cancellation);
                return Report(_reel.Frames);
            default:
                throw new ForeseenException($"{_order.Target} has no ending that says what to draw", "Name a .png, a .gif or an .mp4.");
        }
    }

    private EpisodeFilm OpenFilm() => new(_episode, _options, _context.Surroundings.Clock);

    private void DrawPicture()
    {
        using var film = OpenFilm();
        film.Draw(Math.Min(1000 * (_order.Time ?? EpisodeInput.LatestSecond), _episode.Length), 0, _picture);
        var canvas = new Canvas(_options.Width, _options.Height, default);
        MemoryMarshal.Cast<byte, Rgba>(_picture).CopyTo(canvas.Pixels);
        AtomicFile.Write(_order.Target, stream => PngPicture.Write(canvas, stream));
    }

    private void DrawGif(CancellationToken cancellation)
    {
        using var film = OpenFilm();
        var table = ColourTable.Of(Sample(film), GifWriter.MostColours);
        film.Restart();
        AtomicFile.Write(_order.Target, stream =>
        {
            // Its disposal would close the stream under it.
            var buffered = new BufferedStream(stream, 1 << 16);
            var gif = new GifWriter(buffered, (_options.Width, _options.Height), table);
            DrawFrames(film, () => gif.Add(_picture, _reel.FrameSeconds), cancellation);
            gif.Finish();
            buffered.Flush();
        });
    }

    private void DrawFilm(CancellationToken cancellation)
    {
        var program = CompanionChecks.Find("ffmpeg", _context.Surroundings.Variable)
            ?? throw new ForeseenException("An .mp4 needs ffmpeg, which is not installed", "Install it (on Debian: apt-get install -y ffmpeg), or make a .gif.");
        using var film = OpenFilm();
        using var ffmpeg = new FfmpegFilm(program, _order.Target, (_options.Width, _options.Height), _reel.FramesASecond);
        DrawFrames(film, () => ffmpeg.Add(_picture), cancellation);
        ffmpeg.Finish();
    }

    private IEnumerable<byte[]> Sample(EpisodeFilm film)
    {
        var every = Math.Max(1, _reel.Frames / ColourSamples);
        for (var frame = 0L; frame < _reel.Frames; frame += every)
        {
            film.Draw(_reel.TimeOf(frame), (float)(every * _reel.FrameSeconds), _picture);
            yield return _picture;
        }
    }

    private void DrawFrames(EpisodeFilm film, Action add, CancellationToken cancellation) =>
        _context.WithProgress("drawing", _reel.Frames, meter =>
        {
            for (var frame = 0L; frame < _reel.Frames; frame++)
            {
                cancellation.ThrowIfCancellationRequested();
                film.Draw(_reel.TimeOf(frame), frame == 0 ? 0 : (float)_reel.FrameSeconds, _picture);
                add();
                meter.Advance();
            }

            return _reel.Frames;
        });

    private RenderReport Report(long frames) => new(
        _order.Target,
        _options.Width,
        _options.Height,
        frames,
        frames == 1 ? 0 : _reel.Seconds,
        frames == 1 ? 0 : _reel.Speed,
        new FileInfo(_order.Target).Length);
}
