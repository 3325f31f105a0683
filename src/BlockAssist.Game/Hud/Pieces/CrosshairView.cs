namespace BlockAssist.Game.Hud.Pieces;

/// <summary>What the crosshair shows.</summary>
/// <param name="InReach">Whether something within reach is aimed at.</param>
public readonly record struct CrosshairView(bool InReach);
