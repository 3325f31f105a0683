namespace BlockAssist.Game.Hud.Drawing;

/// <summary>Quads that follow each other and are cut off at the same place: one draw call.</summary>
/// <param name="Clip">Outside of it nothing is drawn; in HUD pixels.</param>
/// <param name="FirstQuad">Where they begin.</param>
internal readonly record struct ClipRun(HudRect Clip, int FirstQuad);
