namespace BlockAssist.Game.Settings;

/// <summary>How a person likes the picture.</summary>
public sealed record VideoSettings
{
    /// <summary>The fewest frames a second that can be asked for.</summary>
    public const int LeastFrames = 20;

    /// <summary>The most.</summary>
    public const int MostFrames = 240;

    /// <summary>The shortest view, in blocks.</summary>
    public const float ShortestView = 40;

    /// <summary>The longest.</summary>
    public const float LongestView = 220;

    /// <summary>The narrowest view, in degrees.</summary>
    public const float NarrowestField = 50;

    /// <summary>The widest.</summary>
    public const float WidestField = 100;

    /// <summary>The coarsest picture.</summary>
    public const float CoarsestPicture = 0.5f;

    /// <summary>The most frames a second; 0 for as many as there can be.</summary>
    public int FramesASecond { get; init; } = 60;

    /// <summary>Whether a picture waits for the monitor.</summary>
    public bool VerticalSync { get; init; } = true;

    /// <summary>How far one sees before all is haze, in blocks.</summary>
    public float ViewDistance { get; init; } = 140;

    /// <summary>How much one sees from top to bottom, in degrees.</summary>
    public float FieldOfView { get; init; } = 70;

    /// <summary>How many pixels the scene has along each edge for one of the window's.</summary>
    public float Sharpness { get; init; } = 1;

    /// <summary>How long a picture of play took when that was measured, in milliseconds; 0 before it was.</summary>
    public float PictureMilliseconds { get; init; }

    /// <summary>Whether the window fills the monitor.</summary>
    public bool Fullscreen { get; init; }

    /// <summary>The same with every value in its range.</summary>
    public VideoSettings Clamped() => this with
    {
        FramesASecond = FramesASecond <= 0 ? 0 : Math.Clamp(FramesASecond, LeastFrames, MostFrames),
        ViewDistance = Math.Clamp(ViewDistance, ShortestView, LongestView),
        Sharpness = Math.Clamp(Sharpness, CoarsestPicture, 1),
        PictureMilliseconds = Math.Max(PictureMilliseconds, 0),
        FieldOfView = Math.Clamp(FieldOfView, NarrowestField, WidestField),
    };
}
