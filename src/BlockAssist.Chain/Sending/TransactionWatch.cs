using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sending;

/// <summary>Follows one transaction until it is done, or there is no more time.</summary>
/// <param name="node">The node.</param>
/// <param name="account">Whose transaction.</param>
/// <param name="request">What is to be done.</param>
/// <param name="attempts">The forms in which it was sent, the newest last.</param>
/// <param name="options">How it is waited for.</param>
/// <param name="replace">Signs the same with more pay; null if it cannot be more.</param>
/// <param name="clock">What time it is.</param>
/// <param name="backoff">How long between looks.</param>
internal sealed class TransactionWatch(
    ChainNode node, Address account, TransactionRequest request, IEnumerable<SignedTransaction> attempts, WaitOptions options,
    Func<Transaction, TransactionRequest, CancellationToken, Task<SignedTransaction?>> replace, TimeProvider clock, Backoff backoff)
    : SendingWatch<SignedTransaction>(node, request, attempts, options, clock, backoff)
{
    /// <inheritdoc/>
    protected override async Task<Inclusion?> FindAsync(ulong head, CancellationToken cancellation)
    {
        foreach (var attempt in NewestFirst)
        {
            if (await Node.ReceiptAsync(attempt.Hash, cancellation) is { } receipt)
            {
                return new Inclusion(receipt, cancelled => ReasonOfAsync(receipt, cancelled));
            }
        }

        return null;
    }

    /// <inheritdoc/>
    protected override async Task<bool> IsUsedAsync(BlockRef block, CancellationToken cancellation) =>
        await Node.NonceAsync(account, block, cancellation) > Newest.Transaction.Nonce;

    /// <inheritdoc/>
    protected override Task<bool> KnowsAsync(SignedTransaction attempt, CancellationToken cancellation) => Node.KnowsAsync(attempt.Hash, cancellation);

    /// <inheritdoc/>
    protected override Task<SignedTransaction?> ReplaceAsync(SignedTransaction stuck, bool isOutdated, CancellationToken cancellation) =>
        replace(stuck.Transaction, Request, cancellation);

    /// <inheritdoc/>
    /// <remarks>The node may have it, have mined another form of it, or want more.</remarks>
    protected override async Task<bool> SendAsync(SignedTransaction attempt, CancellationToken cancellation)
    {
        try
        {
            await Node.SendAsync(attempt, cancellation);
        }
        catch (ChainException error) when (error.Fault is ChainFault.AlreadyKnown or ChainFault.NonceTooLow or ChainFault.ReplacementUnderpriced)
        {
            Trouble = error.Fault == ChainFault.ReplacementUnderpriced ? error : null;
        }

        return true;
    }

    private async Task<ContractError> ReasonOfAsync(Receipt receipt, CancellationToken cancellation)
    {
        try
        {
            await Node.CallAsync(Request.CallOf(account), BlockRef.At(receipt.Height == 0 ? 0 : receipt.Height - 1), cancellation);
        }
        catch (ChainException error) when (error.Error is { } reason)
        {
            return Request.Errors.Read(reason.Raw);
        }
        catch (ChainException error) when (!error.IsPassing)
        {
            // The state of that block may be gone.
        }

        return KnownErrors.OfSolidity.Read(default);
    }
}
