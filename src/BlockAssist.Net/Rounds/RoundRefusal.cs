namespace BlockAssist.Net.Rounds;

/// <summary>Why what a peer said in a round does not count.</summary>
public enum RoundRefusal
{
    /// <summary>It came when the round was already past that, or not there yet.</summary>
    WrongTime,

    /// <summary>The peer has lied before.</summary>
    Banned,

    /// <summary>The peer would not have done one segment by the end.</summary>
    TooSlow,

    /// <summary>All leases are taken.</summary>
    Full,

    /// <summary>The peer has no lease, or did not commit.</summary>
    NoLease,

    /// <summary>It said so before, differently.</summary>
    Contradiction,

    /// <summary>It says that it did more than its lease, or nothing.</summary>
    NotAsLeased,

    /// <summary>It is not what was committed to.</summary>
    Mismatch,

    /// <summary>Nobody asked for it.</summary>
    NotAsked,
}
