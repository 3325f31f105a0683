namespace BlockAssist.Learner.Views;

/// <summary>What a policy is told of each cell around the builder.</summary>
/// <remarks>
/// Mostly relations (is it as the goal has it? is it the block placed last?) and not kinds of block: what holds for planks
/// then holds for stone without having been seen. Dirt alone is told apart: sites start with it.
/// </remarks>
public enum CellFact
{
    /// <summary>Not of the site.</summary>
    Outside,

    /// <summary>Not air.</summary>
    Solid,

    /// <summary>As the goal has it.</summary>
    Right,

    /// <summary>Air where the goal has a block.</summary>
    Missing,

    /// <summary>A block where the goal has air.</summary>
    Surplus,

    /// <summary>Another block than the goal has.</summary>
    Wrong,

    /// <summary>The goal has the block that the builder placed last.</summary>
    GoalIsLastBlock,

    /// <summary>The goal has dirt.</summary>
    GoalIsDirt,

    /// <summary>A block may be placed here now.</summary>
    Placeable,

    /// <summary>The block may be broken now.</summary>
    Breakable,

    /// <summary>Filled by another builder's body.</summary>
    Body,

    /// <summary>Last changed by another builder.</summary>
    ByOther,

    /// <summary>How freshly the builder changed it, fading over three edits.</summary>
    FreshEdit,

    /// <summary>How freshly the builder changed it, fading over twenty edits.</summary>
    OldEdit,

    /// <summary>The cell edited last.</summary>
    LastEdit,

    /// <summary>Where the last two edits point on to.</summary>
    NextInLine,

    /// <summary>East of the last edit, in eighths of a cell, as turned.</summary>
    EditX,

    /// <summary>Above it.</summary>
    EditY,

    /// <summary>South of it.</summary>
    EditZ,

    /// <summary>How many steps from it.</summary>
    EditDistance,

    /// <summary>East of the feet, in quarters of a cell, as turned.</summary>
    X,

    /// <summary>Above them.</summary>
    Y,

    /// <summary>South of them.</summary>
    Z,

    /// <summary>How far from the eyes, of the farthest reach.</summary>
    EyeDistance,

    /// <summary>In the lowest layer that is not done.</summary>
    LowestLayer,

    /// <summary>How many of the six neighbours are not air.</summary>
    Neighbours,

    /// <summary>How many of the six neighbours are as the goal has them and not air.</summary>
    RightNeighbours,

    /// <summary>Not a fact: how many there are.</summary>
    Count,
}
