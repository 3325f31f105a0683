namespace BlockAssist.Game.Rendering;

/// <summary>The graphics driver cannot draw what we draw.</summary>
public sealed class RenderingException(string message) : Exception(message);
