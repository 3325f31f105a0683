namespace BlockAssist.Cli.Watching;

/// <summary>Which moments of an episode the pictures of a film show.</summary>
/// <param name="From">Where it begins, in milliseconds.</param>
/// <param name="To">Where it ends, in milliseconds.</param>
/// <param name="Speed">How many times as fast as it was.</param>
/// <param name="FramesASecond">Pictures a second.</param>
internal sealed record FilmReel(double From, double To, double Speed, int FramesASecond)
{
    /// <summary>The most pictures of a film: an hour at 30 a second.</summary>
    public const int MostFrames = 108_000;

    // What was built is looked at for a while, in seconds.
    private const double Still = 2;

    /// <summary>How long each picture is shown, in seconds.</summary>
    public double FrameSeconds => 1.0 / FramesASecond;

    /// <summary>How many pictures there are.</summary>
    public long Frames => (long)Math.Ceiling((((To - From) / 1000 / Speed) + Still) * FramesASecond);

    /// <summary>How long the film is, in seconds.</summary>
    public double Seconds => Frames * FrameSeconds;

    /// <summary>The moment that a picture shows, in milliseconds.</summary>
    public double TimeOf(long frame) => Math.Min(To, From + (frame * FrameSeconds * Speed * 1000));
}
