namespace BlockAssist.Game.Watching;

/// <summary>How an episode is looked at.</summary>
public enum WatchView
{
    /// <summary>From where one flies.</summary>
    Free,

    /// <summary>Around the site.</summary>
    Orbit,

    /// <summary>Over a builder's shoulder.</summary>
    Follow,
}
