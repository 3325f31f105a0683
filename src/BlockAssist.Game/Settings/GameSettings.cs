using BlockAssist.Game.Input;
using BlockAssist.Game.Sound;

namespace BlockAssist.Game.Settings;

/// <summary>How a person likes the game.</summary>
public sealed record GameSettings
{
    /// <summary>The mouse and the keys.</summary>
    public ControlSettings Controls { get; init; } = new();

    /// <summary>Which key does what.</summary>
    public Bindings Bindings { get; init; } = Bindings.Usual;

    /// <summary>The picture.</summary>
    public VideoSettings Video { get; init; } = new();

    /// <summary>What is shown over it.</summary>
    public HudSettings Hud { get; init; } = new();

    /// <summary>How loud it is.</summary>
    public SoundVolumes Sound { get; init; } = new();

    /// <summary>Who helps.</summary>
    public AssistantSettings Assistant { get; init; } = new();

    /// <summary>The same with every value in its range.</summary>
    public GameSettings Clamped() => this with
    {
        Controls = Controls.Clamped(),
        Video = Video.Clamped(),
        Hud = Hud.Clamped(),
        Sound = Sound.Clamped(),
        Assistant = Assistant.Clamped(),
    };
}
