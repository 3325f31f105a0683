namespace BlockAssist.Game.Hud.Drawing;

/// <summary>A part of the atlas, in its pixels.</summary>
internal readonly record struct AtlasRegion(int X, int Y, int Width, int Height);
