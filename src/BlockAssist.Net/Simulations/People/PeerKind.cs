namespace BlockAssist.Net.Simulations.People;

/// <summary>How somebody takes part.</summary>
public enum PeerKind
{
    /// <summary>As it should.</summary>
    Honest,

    /// <summary>Trains a share of its segments and makes the rest up.</summary>
    Lazy,

    /// <summary>Trains nothing and makes all up.</summary>
    Forging,

    /// <summary>Trains nothing and sends the update of somebody else: of the last round, or of a friend who trains.</summary>
    Copying,

    /// <summary>Trains from an older model.</summary>
    Stale,

    /// <summary>Makes all up, and never sends evidence.</summary>
    Silent,

    /// <summary>Trains, and says of every segment of others that it is different.</summary>
    Slandering,

    /// <summary>Makes all up; says of its accomplices that all is the same without looking, and of others that all is different.</summary>
    Colluding,

    /// <summary>Trains, as a hundred identities on one machine.</summary>
    Sybil,

    /// <summary>Trains on data that leads the other way.</summary>
    SignFlip,

    /// <summary>Trains on data with wrong labels.</summary>
    LabelFlip,
}
