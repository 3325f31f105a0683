namespace BlockAssist.Game.Hud.Widgets;

/// <summary>The text that is copied from one program to another.</summary>
/// <param name="Read">Gives it; empty if there is none.</param>
/// <param name="Write">Sets it.</param>
public sealed record Clipboard(Func<string> Read, Action<string> Write);
