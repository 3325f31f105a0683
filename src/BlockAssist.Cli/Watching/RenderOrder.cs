using BlockAssist.Game.Watching;

namespace BlockAssist.Cli.Watching;

/// <summary>What is to be drawn of an episode; what is null is chosen to fit.</summary>
/// <param name="Target">The file.</param>
internal sealed record RenderOrder(string Target)
{
    /// <summary>The smallest width or height.</summary>
    public const int LeastEdge = 16;

    /// <summary>The largest width or height.</summary>
    public const int MostEdge = 4096;

    // So long is a film that nobody gave a speed for, in seconds.
    private const double UsualSeconds = 15;

    /// <summary>In seconds: the moment of a picture, or where a film begins.</summary>
    public double? Time { get; init; }

    /// <summary>In pixels.</summary>
    public (int Width, int Height)? Size { get; init; }

    /// <summary>How many times as fast as it was.</summary>
    public double? Speed { get; init; }

    /// <summary>Pictures a second.</summary>
    public int? FramesASecond { get; init; }

    /// <summary>Where it is seen from: orbit, still, follow or follow-2.</summary>
    public string Camera { get; init; } = "orbit";

    /// <summary>Whether what is missing from the blueprint is shown.</summary>
    public bool Ghosts { get; init; }

    /// <summary>The kind of file, by its ending.</summary>
    public string Ending => Path.GetExtension(Target).ToLowerInvariant();

    /// <summary>How to draw.</summary>
    public FilmOptions ToFilm()
    {
        var (width, height) = Size ?? (Ending == ".gif" ? (480, 270) : (1280, 720));
        return new FilmOptions
        {
            Width = width,
            Height = height,
            View = Camera switch { "orbit" => WatchView.Orbit, "still" => WatchView.Free, _ => WatchView.Follow },
            Followed = Camera == "follow-2" ? 1 : 0,
            Ghosts = Ghosts,
        };
    }

    /// <summary>When which picture is shown.</summary>
    /// <param name="length">How long the episode is, in milliseconds.</param>
    public FilmReel ToReel(long length)
    {
        var from = Math.Min(1000 * (Time ?? 0), length);
        var speed = Speed ?? Math.Max(1, Math.Round((length - from) / 1000 / UsualSeconds));
        return new FilmReel(from, length, speed, FramesASecond ?? (Ending == ".gif" ? 12 : 30));
    }
}
