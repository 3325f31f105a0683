namespace BlockAssist.Game.Settings;

/// <summary>How a player likes the controls.</summary>
public sealed record ControlSettings
{
    /// <summary>The slowest view.</summary>
    public const double LeastDegrees = 0.02;

    /// <summary>The fastest view.</summary>
    public const double MostDegrees = 0.5;

    /// <summary>How far the view turns for a pixel of the mouse, in degrees.</summary>
    public double DegreesAPixel { get; init; } = 0.12;

    /// <summary>Whether the view goes up when the mouse comes down.</summary>
    public bool InvertsY { get; init; }

    /// <summary>Whether sneaking goes on until its key is pressed again.</summary>
    public bool SneakToggles { get; init; }

    /// <summary>Whether sprinting goes on until its key is pressed again.</summary>
    public bool SprintToggles { get; init; }

    /// <summary>Whether one jumps onto a block by walking against it.</summary>
    public bool AutoJump { get; init; }

    /// <summary>The same with every value in its range.</summary>
    public ControlSettings Clamped() => this with { DegreesAPixel = Math.Clamp(DegreesAPixel, LeastDegrees, MostDegrees) };
}
