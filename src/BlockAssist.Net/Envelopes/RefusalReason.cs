namespace BlockAssist.Net.Envelopes;

/// <summary>Why an envelope is not taken, in the order in which it is asked. Written to logs by number: add at the end, never renumber.</summary>
public enum RefusalReason
{
    /// <summary>It has more bytes than any envelope, or its body more than its kind may have.</summary>
    Oversize = 1,

    /// <summary>The bytes do not have the form of an envelope.</summary>
    NotAnEnvelope = 2,

    /// <summary>It is of a version that is not understood here.</summary>
    UnknownVersion = 3,

    /// <summary>It is of another swarm.</summary>
    OtherNetwork = 4,

    /// <summary>Its kind is not understood here.</summary>
    UnknownKind = 5,

    /// <summary>The sender's clock, or ours, is wrong; or it was under way for too long.</summary>
    ClockSkew = 6,

    /// <summary>Nobody knows the sender here.</summary>
    UnknownSender = 7,

    /// <summary>The sender is shut out.</summary>
    BannedSender = 8,

    /// <summary>There are more senders at once than are kept account of.</summary>
    TooManySenders = 9,

    /// <summary>It, or a later one of the sender, was here already.</summary>
    Replayed = 10,

    /// <summary>It claims to follow the sender's last one directly, and names another as that.</summary>
    BrokenChain = 11,

    /// <summary>The sender did not sign these bytes.</summary>
    BadSignature = 12,
}
