namespace BlockAssist.Chain.Outboxes;

/// <summary>How many contributions are how far.</summary>
/// <param name="Queued">Of which nothing is on its way.</param>
/// <param name="Sent">That may be on their way.</param>
/// <param name="Landed">That the contract has.</param>
public sealed record OutboxCount(int Queued, int Sent, int Landed)
{
    /// <summary>All together.</summary>
    public int All => Queued + Sent + Landed;
}
