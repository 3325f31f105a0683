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
{
    private readonly List<SignedTransaction> _attempts = [.. attempts];
    private readonly DateTimeOffset _end = clock.GetUtcNow() + options.GiveUpAfter;
    private DateTimeOffset _replaceAt = clock.GetUtcNow() + options.ReplaceAfter;
    private ChainException? _trouble;
    private int _replacements;

    // While it is in a block that is not deep enough, nothing is to be done but wait.
    private bool _isInBlock;

    private SignedTransaction Newest => _attempts[^1];

    private SentTransaction Sent => new(request, [.. _attempts]);

    public async Task<TransactionOutcome> RunAsync(CancellationToken cancellation)
    {
        for (var looks = 0; ; looks++)
        {
            if (await TryAsync(() => LookAsync(cancellation)) is { } outcome)
            {
                return outcome;
            }

            if (clock.GetUtcNow() >= _end)
            {
                return new StillPending(Sent, _trouble);
            }

            await Task.Delay(backoff.After(looks), clock, cancellation);
        }
    }

    // A node that does not answer now may do so later; until the end it is asked again.
    private async Task<TransactionOutcome?> TryAsync(Func<Task<TransactionOutcome?>> look)
    {
        try
        {
            _trouble = null;
            return await look();
        }
        catch (ChainException error)
        {
            _trouble = error;
            return null;
        }
    }

    private async Task<TransactionOutcome?> LookAsync(CancellationToken cancellation)
    {
        var head = await node.HeightAsync(cancellation);
        if (await FindAsync(cancellation) is { } receipt)
        {
            _isInBlock = true;
            return await IsFinalAsync(receipt, head, cancellation) ? await OutcomeOfAsync(receipt, cancellation) : null;
        }

        // Deep enough, too: what took its number may be undone like everything else.
        var depth = (ulong)Math.Max(0, options.Confirmations - 1);
        if (head >= depth && await node.NonceAsync(account, BlockRef.At(head - depth), cancellation) > Newest.Transaction.Nonce)
        {
            // It may have been mined between the two questions.
            return await FindAsync(cancellation) is null ? new Replaced(Sent) : null;
        }

        await PushAsync(cancellation);
        return null;
    }

    private async Task<Receipt?> FindAsync(CancellationToken cancellation)
    {
        foreach (var attempt in Enumerable.Reverse(_attempts))
        {
            if (await node.ReceiptAsync(attempt.Hash, cancellation) is { } receipt)
            {
                return receipt;
            }
        }

        return null;
    }

    private async Task<bool> IsFinalAsync(Receipt receipt, ulong head, CancellationToken cancellation) =>
        head >= receipt.Height && head - receipt.Height + 1 >= (ulong)options.Confirmations
        && (await node.BlockAsync(receipt.Height, cancellation))?.Hash == receipt.BlockHash;

    private async Task PushAsync(CancellationToken cancellation)
    {
        // A block that had it is gone, or the node has forgotten it: the same bytes again.
        var isLost = _isInBlock || !await node.KnowsAsync(Newest.Hash, cancellation);
        _isInBlock = false;
        if (isLost)
        {
            await SendAsync(Newest, cancellation);
        }

        if (clock.GetUtcNow() >= _replaceAt && _replacements < options.MostReplacements)
        {
            _replaceAt = clock.GetUtcNow() + options.ReplaceAfter;
            if (await replace(Newest.Transaction, request, cancellation) is { } dearer)
            {
                _replacements++;
                _attempts.Add(dearer);
                await SendAsync(dearer, cancellation);
            }
        }
    }

    // What the node says to it is decided by the next look: it may have it, have mined another form of it, or want more.
    private async Task SendAsync(SignedTransaction attempt, CancellationToken cancellation)
    {
        try
        {
            await node.SendAsync(attempt, cancellation);
        }
        catch (ChainException error) when (error.Fault is ChainFault.AlreadyKnown or ChainFault.NonceTooLow or ChainFault.ReplacementUnderpriced)
        {
            _trouble = error.Fault == ChainFault.ReplacementUnderpriced ? error : null;
        }
    }

    private async Task<TransactionOutcome> OutcomeOfAsync(Receipt receipt, CancellationToken cancellation) =>
        receipt.IsSuccess ? new Mined(receipt) : new Reverted(receipt, await ReasonOfAsync(receipt, cancellation));

    private async Task<ContractError> ReasonOfAsync(Receipt receipt, CancellationToken cancellation)
    {
        try
        {
            await node.CallAsync(request.CallOf(account), BlockRef.At(receipt.Height == 0 ? 0 : receipt.Height - 1), cancellation);
        }
        catch (ChainException error) when (error.Error is { } reason)
        {
            return request.Errors.Read(reason.Raw);
        }
        catch (ChainException error) when (!error.IsPassing)
        {
            // The state of that block may be gone.
        }

        return KnownErrors.OfSolidity.Read(default);
    }
}
