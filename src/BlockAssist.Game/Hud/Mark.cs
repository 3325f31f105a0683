namespace BlockAssist.Game.Hud;

/// <summary>How a cell compares with the blueprint. Each has a colour and a shape.</summary>
public enum Mark
{
    /// <summary>As planned: a tick.</summary>
    Right,

    /// <summary>A block is to be put there: an empty square.</summary>
    Missing,

    /// <summary>Another block is to be there: a cross.</summary>
    Wrong,

    /// <summary>Nothing is to be there: a hatched square.</summary>
    Extra,
}
