namespace BlockAssist.Game.Hud.Drawing;

/// <summary>Where in its place a line of text stands.</summary>
public enum TextAlign
{
    /// <summary>At the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>At the right.</summary>
    Right,
}
