namespace BlockAssist.Learner.Beliefs.Survival;

/// <summary>What is told of an edit that an assistant might make, for it to be judged whether it will last.</summary>
internal enum EditFact
{
    /// <summary>The logarithm of the odds that the belief model gives it, a quarter of it.</summary>
    Odds,

    /// <summary>What became of earlier edits: <see cref="TrackRecord.Shift"/>, a quarter of it.</summary>
    Shift,

    /// <summary>For how many runs of the model it has been the likeliest in its cell.</summary>
    Held,

    /// <summary>The odds over the last of these, the later the heavier.</summary>
    OddsOfLate,

    /// <summary>The odds that others are at work there soon.</summary>
    Soon,

    /// <summary>How many edits the others have made.</summary>
    OthersEdits,

    /// <summary>How long they have done nothing.</summary>
    SinceEdit,

    /// <summary>Whether it takes something away.</summary>
    IsBreak,

    /// <summary>Whether it is of the block that they placed last.</summary>
    IsLastPlaced,

    /// <summary>What share of their placements were of that block.</summary>
    BlockShare,

    /// <summary>What share of the cells about it are not empty.</summary>
    Neighbours,

    /// <summary>How likely the cells about it are not empty in the end, on average.</summary>
    NeighboursToCome,

    /// <summary>How far inside the edges of what they have built it is along x.</summary>
    InsideX,

    /// <summary>The same along z.</summary>
    InsideZ,

    /// <summary>Its level.</summary>
    Level,

    /// <summary>How far it is above the highest that they have built; negative below.</summary>
    AboveTop,

    /// <summary>How lately the cell was changed.</summary>
    InAWhile,

    /// <summary>How far away the nearest of the others stands.</summary>
    OthersDistance,

    /// <summary>The odds that the cell is not empty in the end.</summary>
    FilledOdds,

    /// <summary>Whether the assistant changed the cell last.</summary>
    IsOwn,

    /// <summary>How many facts there are.</summary>
    Count,
}
