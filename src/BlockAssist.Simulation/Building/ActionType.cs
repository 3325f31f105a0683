namespace BlockAssist.Simulation.Building;

/// <summary>What kind of thing a builder does in one step.</summary>
/// <remarks>The numbers are MBAG's and are written into episodes: add at the end, never renumber.</remarks>
public enum ActionType : byte
{
    /// <summary>Nothing.</summary>
    Noop = 0,

    /// <summary>Puts a block into a cell.</summary>
    Place = 1,

    /// <summary>Takes the block of a cell away.</summary>
    Break = 2,

    /// <summary>One cell east.</summary>
    MovePosX = 3,

    /// <summary>One cell west.</summary>
    MoveNegX = 4,

    /// <summary>One cell up.</summary>
    MovePosY = 5,

    /// <summary>One cell down.</summary>
    MoveNegY = 6,

    /// <summary>One cell south.</summary>
    MovePosZ = 7,

    /// <summary>One cell north.</summary>
    MoveNegZ = 8,

    /// <summary>Hands blocks to the builder who stands in a cell.</summary>
    Give = 9,
}
