using BlockAssist.Game.Sessions;

namespace BlockAssist.Game.Settings;

/// <summary>How a person likes the assistant.</summary>
public sealed record AssistantSettings
{
    /// <summary>The slowest pace, in milliseconds an action.</summary>
    public const int Slowest = 3200;

    /// <summary>How long an action takes it, in milliseconds.</summary>
    public int ActionMilliseconds { get; init; } = 800;

    /// <summary>The same with every value in its range.</summary>
    public AssistantSettings Clamped() => this with { ActionMilliseconds = Math.Clamp(ActionMilliseconds, AssistantSeat.Fastest, Slowest) };
}
