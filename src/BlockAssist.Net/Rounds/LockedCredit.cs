namespace BlockAssist.Net.Rounds;

/// <summary>Credit that may still be lost.</summary>
/// <param name="Round">In which round it was earned.</param>
/// <param name="Amount">How much.</param>
public sealed record LockedCredit(ulong Round, double Amount)
{
    /// <summary>The last round in which it may be lost.</summary>
    public ulong Until => Round + CreditBook.LockedRounds;
}
