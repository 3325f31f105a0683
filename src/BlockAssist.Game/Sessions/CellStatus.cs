namespace BlockAssist.Game.Sessions;

/// <summary>How a cell compares with the blueprint.</summary>
public enum CellStatus : byte
{
    /// <summary>As it should be, and there was nothing to do.</summary>
    Untouched,

    /// <summary>As it should be.</summary>
    Right,

    /// <summary>A block is missing.</summary>
    Missing,

    /// <summary>Another block should be there.</summary>
    Wrong,

    /// <summary>No block should be there.</summary>
    Extra,
}
