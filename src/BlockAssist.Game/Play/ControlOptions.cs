namespace BlockAssist.Game.Play;

/// <summary>How a player likes the controls.</summary>
public sealed record ControlOptions
{
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
}
