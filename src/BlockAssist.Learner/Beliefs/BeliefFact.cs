using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs;

/// <summary>What is told of a cell to who does not know the goal, after which block is in it.</summary>
internal enum BeliefFact
{
    /// <summary>The others changed it last. The blocks come before.</summary>
    ByOthers = Palette.Count,

    /// <summary>The builder itself changed it last.</summary>
    ByOneself,

    /// <summary>How lately it was changed: e to the minus sixth of the changes since.</summary>
    Lately,

    /// <summary>The same over forty changes.</summary>
    InAWhile,

    /// <summary>How often the others took something away there: 1 for twice and more.</summary>
    Removed,

    /// <summary>The others changed what the builder had done there.</summary>
    Rejected,

    /// <summary>It holds the block that the others placed last.</summary>
    IsLastPlaced,

    /// <summary>A part of another builder's body is there.</summary>
    OthersBody,

    /// <summary>A part of the builder's own body is there.</summary>
    OwnBody,

    /// <summary>Its level, as a share of the site's height.</summary>
    Level,

    /// <summary>How far it is from the nearer border along x: 1 for three cells and more.</summary>
    FromBorderX,

    /// <summary>The same along z.</summary>
    FromBorderZ,

    /// <summary>If it is air, the share of its six neighbours that are not.</summary>
    Neighbours,

    /// <summary>How far inside the edge of what the others have built it is, along x: 1 for three cells and more, negative outside.</summary>
    InsideX,

    /// <summary>The same along z.</summary>
    InsideZ,

    /// <summary>Which block is as far from the opposite edge along x: a fact for each block.</summary>
    AcrossX,

    /// <summary>The same along z.</summary>
    AcrossZ = AcrossX + Palette.Count,

    /// <summary>How many facts there are.</summary>
    Count = AcrossZ + Palette.Count,
}
