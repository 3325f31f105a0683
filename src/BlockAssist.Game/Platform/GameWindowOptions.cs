namespace BlockAssist.Game.Platform;

/// <summary>How a window is opened.</summary>
public sealed record GameWindowOptions
{
    /// <summary>What stands in its title bar.</summary>
    public string Title { get; init; } = "BlockAssist";

    /// <summary>How wide its inside is, in screen coordinates, before the monitor's scale; at least 1.</summary>
    public int Width { get; init; } = 1280;

    /// <summary>How high its inside is, in screen coordinates, before the monitor's scale; at least 1.</summary>
    public int Height { get; init; } = 720;

    /// <summary>Whether it fills the monitor from the start.</summary>
    public bool Fullscreen { get; init; }

    /// <summary>Whether a picture waits for the monitor. Some displays, virtual ones among them, do not make it wait.</summary>
    public bool VerticalSync { get; init; } = true;

    /// <summary>Samples a pixel, for smooth edges; 0 for none.</summary>
    public int Samples { get; init; }
}
