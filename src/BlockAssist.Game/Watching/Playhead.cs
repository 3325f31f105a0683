namespace BlockAssist.Game.Watching;

/// <summary>Where in an episode one is, and how fast it goes on.</summary>
/// <param name="length">How long the episode is, in milliseconds.</param>
public sealed class Playhead(long length)
{
    /// <summary>The speeds there are.</summary>
    public static IReadOnlyList<double> Speeds { get; } = [0.25, 0.5, 1, 2, 4, 8, 16];

    private const int Usual = 2;

    private int _speed = Usual;
    private bool _hasJumped;

    /// <summary>How long the episode is, in milliseconds.</summary>
    public long Length { get; } = length;

    /// <summary>Where one is, in milliseconds since the start.</summary>
    public double Time { get; private set; }

    /// <summary>Whether it goes on by itself.</summary>
    public bool IsPlaying { get; set; } = true;

    /// <summary>How many times as fast as it was.</summary>
    public double Speed => Speeds[_speed];

    /// <summary>Whether it is at its end.</summary>
    public bool IsAtEnd => Time >= Length;

    /// <summary>Whether the last <see cref="Advance"/> played on from the one before: nobody went elsewhere in between.</summary>
    public bool HasPlayedOn { get; private set; }

    /// <summary>Lets time pass; stops at the end.</summary>
    public void Advance(double seconds)
    {
        (HasPlayedOn, _hasJumped) = (IsPlaying && !_hasJumped, false);
        if (IsPlaying)
        {
            Time = Math.Min(Time + (1000 * seconds * Speed), Length);
            IsPlaying = !IsAtEnd;
        }
    }

    /// <summary>Goes somewhere.</summary>
    /// <param name="time">Milliseconds since the start; the nearest there is.</param>
    public void Seek(double time)
    {
        Time = Math.Clamp(time, 0, Length);
        _hasJumped = true;
    }

    /// <summary>Plays, or waits; at the end it starts again.</summary>
    public void Toggle()
    {
        if (IsAtEnd)
        {
            Seek(0);
        }

        IsPlaying = !IsPlaying;
    }

    /// <summary>Goes faster by so many of the speeds, or slower.</summary>
    public void ChangeSpeed(int by) => _speed = Math.Clamp(_speed + by, 0, Speeds.Count - 1);
}
