using BlockAssist.Game.Hud.Pieces;

namespace BlockAssist.Game.Hud;

/// <summary>What the HUD shows in a frame; what is null is not shown.</summary>
public readonly record struct HudView
{
    /// <summary>What is aimed with.</summary>
    public CrosshairView? Crosshair { get; init; }

    /// <summary>The slots.</summary>
    public HotbarView? Hotbar { get; init; }

    /// <summary>How far the blueprint is built.</summary>
    public ProgressView? Progress { get; init; }

    /// <summary>What is aimed at.</summary>
    public BlockInfoView? BlockInfo { get; init; }

    /// <summary>What the assistant believes, in the place of what is aimed at.</summary>
    public BeliefView? Belief { get; init; }

    /// <summary>What is needed.</summary>
    public MaterialsView? Materials { get; init; }

    /// <summary>The recording.</summary>
    public RecordingView? Recording { get; init; }

    /// <summary>The assistant.</summary>
    public AssistantView? Assistant { get; init; }

    /// <summary>Lines for who works on the game.</summary>
    public DebugLines? Debug { get; init; }
}
