namespace BlockAssist.Game.Settings;

/// <summary>How loud a person likes what is heard: each from 0, silent, to 1.</summary>
public sealed record SoundSettings
{
    /// <summary>All of it.</summary>
    public float Master { get; init; } = 0.8f;

    /// <summary>Blocks that are placed and broken.</summary>
    public float Blocks { get; init; } = 1;

    /// <summary>Steps.</summary>
    public float Footsteps { get; init; } = 0.6f;

    /// <summary>What the assistant does.</summary>
    public float Assistant { get; init; } = 0.8f;

    /// <summary>Short tunes, as when a house stands.</summary>
    public float Jingles { get; init; } = 0.8f;

    /// <summary>The same with every value in its range.</summary>
    public SoundSettings Clamped() => new()
    {
        Master = Math.Clamp(Master, 0, 1),
        Blocks = Math.Clamp(Blocks, 0, 1),
        Footsteps = Math.Clamp(Footsteps, 0, 1),
        Assistant = Math.Clamp(Assistant, 0, 1),
        Jingles = Math.Clamp(Jingles, 0, 1),
    };
}
