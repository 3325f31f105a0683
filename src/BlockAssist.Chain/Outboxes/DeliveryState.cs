namespace BlockAssist.Chain.Outboxes;

/// <summary>How far a contribution is on its way to a contract; the numbers are those in the file.</summary>
public enum DeliveryState
{
    /// <summary>Nothing of it is on its way.</summary>
    Queued = 0,

    /// <summary>Something was signed that may be on its way.</summary>
    Sent = 1,

    /// <summary>The contract has it, and a few blocks are on top.</summary>
    Landed = 2,

    /// <summary>The contract had it still when so many blocks were on top that nobody looks again.</summary>
    Settled = 3,
}
