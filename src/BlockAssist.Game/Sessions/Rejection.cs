namespace BlockAssist.Game.Sessions;

/// <summary>Why something the player wanted was not done.</summary>
public enum Rejection
{
    /// <summary>Nothing is within reach of the aim.</summary>
    NothingInReach,

    /// <summary>Only the site is built on.</summary>
    OutsideSite,

    /// <summary>Something is there already.</summary>
    NotEmpty,

    /// <summary>Nothing is there.</summary>
    NothingThere,

    /// <summary>Bedrock stays.</summary>
    Unbreakable,

    /// <summary>That cannot be placed.</summary>
    NotPlaceable,

    /// <summary>The player stands there.</summary>
    OwnBody,

    /// <summary>The assistant stands there.</summary>
    OtherBody,

    /// <summary>No block is beside it.</summary>
    NoSupport,

    /// <summary>The rules say no: nothing of it in hand, or no room for it.</summary>
    NotAllowed,

    /// <summary>The blueprint has nothing missing there.</summary>
    NotInBlueprint,

    /// <summary>Somebody changed the cell since.</summary>
    ChangedSince,

    /// <summary>There is nothing to take back.</summary>
    NothingToUndo,
}
