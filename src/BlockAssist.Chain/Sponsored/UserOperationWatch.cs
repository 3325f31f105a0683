using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sponsored;

/// <summary>Follows one user operation until it is done, or there is no more time. Whether it is done the chain says, and not the bundler.</summary>
/// <param name="node">The node.</param>
/// <param name="bundler">The bundler.</param>
/// <param name="request">What is to be done.</param>
/// <param name="attempts">The forms in which it was sent, the newest last.</param>
/// <param name="options">How it is waited for.</param>
/// <param name="lookBack">Among how many blocks it is looked for that the bundler does not know.</param>
/// <param name="replace">Signs the same anew, with more pay; told whether what was signed holds no more, when it may cost the same; null if it cannot be more.</param>
/// <param name="hold">Told that its number is used.</param>
/// <param name="clock">What time it is.</param>
/// <param name="backoff">How long between looks.</param>
internal sealed class UserOperationWatch(
    ChainNode node, Bundler bundler, TransactionRequest request, IEnumerable<SignedUserOperation> attempts, WaitOptions options, int lookBack,
    Func<SignedUserOperation, bool, CancellationToken, Task<SignedUserOperation?>> replace, Action hold, TimeProvider clock, Backoff backoff)
{
    private readonly List<SignedUserOperation> _attempts = [.. attempts];
    private readonly DateTimeOffset _end = clock.GetUtcNow() + options.GiveUpAfter;
    private DateTimeOffset _replaceAt = clock.GetUtcNow() + options.ReplaceAfter;
    private ChainException? _trouble;
    private int _replacements;

    // While it is in a block that is not deep enough, nothing is to be done but wait.
    private bool _isInBlock;

    private SignedUserOperation Newest => _attempts[^1];

    private SentTransaction Sent => new(request, [.. _attempts]);

    private EntryPoint EntryPoint => Newest.EntryPoint;

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

    private async Task<T?> TryAsync<T>(Func<Task<T?>> look)
        where T : class
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
        if (await FindAsync(head, cancellation) is { } found)
        {
            _isInBlock = true;
            return await IsFinalAsync(found.Receipt, head, cancellation) ? OutcomeOf(found) : null;
        }

        // Deep enough, too: what took its number may be undone like everything else.
        var depth = (ulong)Math.Max(0, options.Confirmations - 1);
        if (head >= depth && await IsUsedAsync(BlockRef.At(head - depth), cancellation))
        {
            return await FindAsync(await node.HeightAsync(cancellation), cancellation) is null ? new Replaced(Sent) : null;
        }

        await PushAsync(cancellation);
        return null;
    }

    // Where the bundler tells nothing, whatever its reasons, the chain is looked at itself.
    private async Task<BundledOperation?> FindAsync(ulong head, CancellationToken cancellation) =>
        await TryAsync(() => AskAsync(cancellation)) ?? (await IsUsedAsync(BlockRef.Latest, cancellation) ? await SearchAsync(head, cancellation) : null);

    private async Task<BundledOperation?> AskAsync(CancellationToken cancellation)
    {
        foreach (var attempt in Enumerable.Reverse(_attempts))
        {
            if (await bundler.TransactionOfAsync(attempt.Hash, cancellation) is { } bundle && await InAsync(bundle, attempt, cancellation) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private async Task<BundledOperation?> SearchAsync(ulong head, CancellationToken cancellation)
    {
        foreach (var attempt in Enumerable.Reverse(_attempts))
        {
            var from = head < (ulong)lookBack ? 0 : head - (ulong)lookBack;
            var logs = await node.LogsAsync(new LogFilter(EntryPoint.Contract, [BundledOperation.Told.Topic, attempt.Hash]), from, head, cancellation);
            if (logs.Count > 0 && await InAsync(logs[^1].Transaction, attempt, cancellation) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private async Task<BundledOperation?> InAsync(Hash32 bundle, SignedUserOperation attempt, CancellationToken cancellation) =>
        await node.ReceiptAsync(bundle, cancellation) is { } receipt ? BundledOperation.In(receipt, EntryPoint.Contract, attempt.Hash) : null;

    private async Task<bool> IsUsedAsync(BlockRef block, CancellationToken cancellation) =>
        await EntryPoint.NonceAsync(node, Newest.Operation.Sender, Newest.Operation.Key, block, cancellation) > Newest.Operation.Nonce;

    private async Task<bool> IsFinalAsync(Receipt receipt, ulong head, CancellationToken cancellation) =>
        head >= receipt.Height && head - receipt.Height + 1 >= (ulong)options.Confirmations
        && (await node.BlockAsync(receipt.Height, cancellation))?.Hash == receipt.BlockHash;

    private async Task PushAsync(CancellationToken cancellation)
    {
        hold();

        // A block that had it is gone, or the bundler has forgotten it: the same bytes again.
        var isLost = _isInBlock || !await bundler.KnowsAsync(Newest.Hash, cancellation);
        _isInBlock = false;
        var isOutdated = isLost && !await SendAsync(Newest, cancellation);
        if ((isOutdated || clock.GetUtcNow() >= _replaceAt) && _replacements < options.MostReplacements)
        {
            _replaceAt = clock.GetUtcNow() + options.ReplaceAfter;
            if (await replace(Newest, isOutdated, cancellation) is { } other)
            {
                _replacements++;
                _attempts.Add(other);
                await SendAsync(other, cancellation);
            }
        }
    }

    // False if what was signed holds no more. What else the bundler says is decided by the next look.
    private async Task<bool> SendAsync(SignedUserOperation attempt, CancellationToken cancellation)
    {
        try
        {
            await bundler.SendAsync(attempt, cancellation);
            _trouble = null;
        }
        catch (ChainException error) when (error.Fault is ChainFault.AlreadyKnown or ChainFault.NonceTooLow or ChainFault.ReplacementUnderpriced || IsOutdated(error))
        {
            _trouble = error.Fault is ChainFault.AlreadyKnown or ChainFault.NonceTooLow ? null : error;
            return !IsOutdated(error);
        }

        return true;
    }

    // A promise that ran out, an account that came or went, another key by now.
    private static bool IsOutdated(ChainException error) => error.Fault is ChainFault.Outdated or ChainFault.SignatureRefused;

    private TransactionOutcome OutcomeOf(BundledOperation found) =>
        found.Receipt.IsSuccess ? new Mined(found.Receipt) : new Reverted(found.Receipt, request.Errors.Read(found.Reason));
}
