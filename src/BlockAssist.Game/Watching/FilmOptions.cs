namespace BlockAssist.Game.Watching;

/// <summary>How pictures of an episode are drawn.</summary>
public sealed record FilmOptions
{
    /// <summary>In pixels.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>In pixels.</summary>
    public int Height { get; init; } = 720;

    /// <summary>How it is looked at.</summary>
    public WatchView View { get; init; } = WatchView.Orbit;

    /// <summary>The builder that is followed, if one is.</summary>
    public int Followed { get; init; }

    /// <summary>Whether what is missing from the blueprint is shown.</summary>
    public bool Ghosts { get; init; }
}
