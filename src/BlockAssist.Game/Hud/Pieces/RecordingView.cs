namespace BlockAssist.Game.Hud.Pieces;

/// <summary>A recording that runs.</summary>
/// <param name="Length">How long it is already.</param>
/// <param name="IsPaused">Whether it waits.</param>
public readonly record struct RecordingView(TimeSpan Length, bool IsPaused = false);
