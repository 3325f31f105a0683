namespace BlockAssist.Chain.Standings;

/// <summary>A round, and what was contributed to it. Lists are pages, the newest first.</summary>
/// <param name="Round">What came of it.</param>
/// <param name="UpTo">How much of the chain this is of.</param>
public sealed record RoundInFull(RoundStanding Round, ReadUpTo UpTo)
{
    /// <summary>The contributions to it.</summary>
    public IReadOnlyList<ToldContribution> Contributions { get; init; } = [];

    /// <summary>What was claimed of it.</summary>
    public IReadOnlyList<ToldCredit> Credits { get; init; } = [];

    /// <summary>How many claims there are.</summary>
    public int CreditsTotal { get; init; }

    /// <summary>The batches submitted to it.</summary>
    public IReadOnlyList<ToldBatch> Batches { get; init; } = [];
}
