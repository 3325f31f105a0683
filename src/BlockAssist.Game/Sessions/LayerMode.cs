namespace BlockAssist.Game.Sessions;

/// <summary>Which layers of a blueprint count.</summary>
public enum LayerMode
{
    /// <summary>All.</summary>
    All,

    /// <summary>One.</summary>
    One,

    /// <summary>One and all below.</summary>
    Below,
}
