namespace BlockAssist.Game.Blueprints;

/// <summary>How a cell of a site stands to the blueprint.</summary>
public enum CellState
{
    /// <summary>As the blueprint has it.</summary>
    Right,

    /// <summary>Empty where the blueprint has a block.</summary>
    Missing,

    /// <summary>Another block than the blueprint has.</summary>
    Wrong,

    /// <summary>A block where the blueprint has none.</summary>
    Extra,
}
