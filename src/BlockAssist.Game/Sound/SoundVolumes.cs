namespace BlockAssist.Game.Sound;

/// <summary>How loud things are, 0 to 1 each; 0 is silent.</summary>
public sealed record SoundVolumes
{
    /// <summary>The usual ones.</summary>
    public static SoundVolumes Usual { get; } = new();

    /// <summary>All together.</summary>
    public float Master { get; init; } = 0.8f;

    /// <summary>Blocks that the player places and breaks.</summary>
    public float Blocks { get; init; } = 0.8f;

    /// <summary>The player's steps.</summary>
    public float Footsteps { get; init; } = 0.5f;

    /// <summary>All that the assistant does.</summary>
    public float Assistant { get; init; } = 0.7f;

    /// <summary>What the game says itself: that a house stands, that something is refused, that a button was pressed.</summary>
    public float Jingles { get; init; } = 0.7f;

    /// <summary>The same with every value in its range.</summary>
    public SoundVolumes Clamped() => new()
    {
        Master = Math.Clamp(Master, 0, 1),
        Blocks = Math.Clamp(Blocks, 0, 1),
        Footsteps = Math.Clamp(Footsteps, 0, 1),
        Assistant = Math.Clamp(Assistant, 0, 1),
        Jingles = Math.Clamp(Jingles, 0, 1),
    };

    /// <summary>The volume of a channel, the master's included.</summary>
    public float Of(SoundChannel channel) => Math.Clamp(Master, 0, 1) * Math.Clamp(Own(channel), 0, 1);

    private float Own(SoundChannel channel) => channel switch
    {
        SoundChannel.Blocks => Blocks,
        SoundChannel.Footsteps => Footsteps,
        SoundChannel.Assistant => Assistant,
        _ => Jingles,
    };
}
