namespace BlockAssist.Game.Play;

/// <summary>How legs and hands swing by the way that feet have gone.</summary>
internal struct WalkCycle
{
    // A brisk walk, in blocks a second.
    private const float FullPace = 2.5f;

    /// <summary>How far the feet have gone, in blocks.</summary>
    public float Stride { get; private set; }

    /// <summary>How fast they go, 0 to 1; it follows a change within a tenth of a second or so.</summary>
    public float Pace { get; private set; }

    /// <summary>Goes on.</summary>
    /// <param name="moved">How far the feet went, in blocks.</param>
    /// <param name="seconds">In which time.</param>
    public void Advance(float moved, float seconds)
    {
        Stride += moved;
        Pace += (Math.Clamp(moved / Math.Max(seconds, 1e-3f) / FullPace, 0, 1) - Pace) * Math.Min(1, 10 * seconds);
    }
}
