namespace BlockAssist.Simulation.Policies;

/// <summary>What a person can want of a cell.</summary>
public enum CellWishKind : byte
{
    /// <summary>Nothing was said.</summary>
    None,

    /// <summary>A block is to be placed there.</summary>
    Wanted,

    /// <summary>It is to be left alone for good.</summary>
    Declined,

    /// <summary>It is to be left alone for now: the person is at work there.</summary>
    Taken,
}
