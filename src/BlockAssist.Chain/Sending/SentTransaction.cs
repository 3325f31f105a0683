using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sending;

/// <summary>A transaction that is on its way, in every form in which it was sent; at most one of them is mined.</summary>
/// <param name="Request">What is to be done.</param>
/// <param name="Attempts">The forms, the newest last; at least one.</param>
public sealed record SentTransaction(TransactionRequest Request, IReadOnlyList<ISigned> Attempts)
{
    /// <summary>The form that was sent last.</summary>
    public ISigned Newest => Attempts[^1];

    /// <summary>The names by which it is asked about.</summary>
    public IEnumerable<Hash32> Hashes => Attempts.Select(attempt => attempt.Hash);
}
