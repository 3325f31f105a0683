namespace BlockAssist.Cli.Swarm;

/// <summary>What a node has of all that it was credited, by the records that it keeps.</summary>
/// <param name="Round">After which round.</param>
/// <param name="Free">What nobody can take from it any more.</param>
/// <param name="Locked">What it loses if it is found to lie.</param>
/// <param name="Lost">What it has lost.</param>
internal sealed record CreditReport(ulong Round, double Free, double Locked, double Lost)
{
    /// <summary>What is locked, by the rounds that brought it, the oldest first.</summary>
    public IReadOnlyList<LockedStatus> LockedRounds { get; init; } = [];

    /// <summary>What was lost when, and why, the oldest first.</summary>
    public IReadOnlyList<LostStatus> Losses { get; init; } = [];

    /// <summary>The rounds of which there is no record signed by the hub; they may have brought something, or cost it.</summary>
    public IReadOnlyList<MissingRounds> Missing { get; init; } = [];
}

/// <summary>Credit that is locked.</summary>
/// <param name="Round">The round that brought it.</param>
/// <param name="Amount">How much.</param>
/// <param name="Until">The last round in which it may be lost.</param>
internal sealed record LockedStatus(ulong Round, double Amount, ulong Until);

/// <summary>Credit that was lost.</summary>
/// <param name="Round">In which round.</param>
/// <param name="Amount">How much.</param>
/// <param name="Reason">Why.</param>
internal sealed record LostStatus(ulong Round, double Amount, string Reason);

/// <summary>Rounds of which a record is missing.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last one.</param>
internal sealed record MissingRounds(ulong First, ulong Last);
