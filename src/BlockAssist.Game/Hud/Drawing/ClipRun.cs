namespace BlockAssist.Game.Hud.Drawing;

/// <summary>Quads that follow each other, are cut off at the same place and have the same picture on them: one draw call.</summary>
/// <param name="Clip">Outside of it nothing is drawn; in HUD pixels.</param>
/// <param name="FirstQuad">Where they begin.</param>
/// <param name="Picture">What is on them; null for parts of the atlas.</param>
internal readonly record struct ClipRun(HudRect Clip, int FirstQuad, PictureTexture? Picture = null);
