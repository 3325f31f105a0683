using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sending;

/// <summary>A transaction that is on its way: one number, and every form in which it was sent, of which at most one is mined.</summary>
/// <param name="Request">What is to be done.</param>
/// <param name="Attempts">The forms, the newest last; at least one. After a crash they are read from where they were kept.</param>
public sealed record SentTransaction(TransactionRequest Request, IReadOnlyList<SignedTransaction> Attempts)
{
    /// <summary>Its number.</summary>
    public ulong Nonce => Newest.Transaction.Nonce;

    /// <summary>The form that was sent last.</summary>
    public SignedTransaction Newest => Attempts[^1];

    /// <summary>The names by which nodes know it.</summary>
    public IEnumerable<Hash32> Hashes => Attempts.Select(attempt => attempt.Hash);

    internal SentTransaction With(SignedTransaction attempt) => this with { Attempts = [.. Attempts, attempt] };
}
