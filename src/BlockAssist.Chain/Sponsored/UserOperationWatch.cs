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
    : SendingWatch<SignedUserOperation>(node, request, attempts, options, clock, backoff)
{
    private EntryPoint EntryPoint => Newest.EntryPoint;

    /// <inheritdoc/>
    /// <remarks>Where the bundler tells nothing, whatever its reasons, the chain is looked at itself.</remarks>
    protected override async Task<Inclusion?> FindAsync(ulong head, CancellationToken cancellation)
    {
        var found = await TryAsync(() => AskAsync(cancellation)) ?? (await IsUsedAsync(BlockRef.Latest, cancellation) ? await SearchAsync(head, cancellation) : null);
        return found is null ? null : new Inclusion(found.Receipt, _ => Task.FromResult(Request.Errors.Read(found.Reason)));
    }

    /// <inheritdoc/>
    protected override async Task<bool> IsUsedAsync(BlockRef block, CancellationToken cancellation) =>
        await EntryPoint.NonceAsync(Node, Newest.Operation.Sender, Newest.Operation.Key, block, cancellation) > Newest.Operation.Nonce;

    /// <inheritdoc/>
    protected override Task<bool> KnowsAsync(SignedUserOperation attempt, CancellationToken cancellation) => bundler.KnowsAsync(attempt.Hash, cancellation);

    /// <inheritdoc/>
    protected override Task<SignedUserOperation?> ReplaceAsync(SignedUserOperation stuck, bool isOutdated, CancellationToken cancellation) => replace(stuck, isOutdated, cancellation);

    /// <inheritdoc/>
    protected override void Hold() => hold();

    /// <inheritdoc/>
    protected override async Task<bool> SendAsync(SignedUserOperation attempt, CancellationToken cancellation)
    {
        try
        {
            await bundler.SendAsync(attempt, cancellation);
            Trouble = null;
        }
        catch (ChainException error) when (error.Fault is ChainFault.AlreadyKnown or ChainFault.NonceTooLow or ChainFault.ReplacementUnderpriced || IsOutdated(error))
        {
            Trouble = error.Fault is ChainFault.AlreadyKnown or ChainFault.NonceTooLow ? null : error;
            return !IsOutdated(error);
        }

        return true;
    }

    // A promise that ran out, an account that came or went, another key by now.
    private static bool IsOutdated(ChainException error) => error.Fault is ChainFault.Outdated or ChainFault.SignatureRefused;

    private async Task<BundledOperation?> AskAsync(CancellationToken cancellation)
    {
        foreach (var attempt in NewestFirst)
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
        foreach (var attempt in NewestFirst)
        {
            var from = head < (ulong)lookBack ? 0 : head - (ulong)lookBack;
            var logs = await Node.LogsAsync(new LogFilter(EntryPoint.Contract, [BundledOperation.Told.Topic, attempt.Hash]), from, head, cancellation);
            if (logs.Count > 0 && await InAsync(logs[^1].Transaction, attempt, cancellation) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private async Task<BundledOperation?> InAsync(Hash32 bundle, SignedUserOperation attempt, CancellationToken cancellation) =>
        await Node.ReceiptAsync(bundle, cancellation) is { } receipt ? BundledOperation.In(receipt, EntryPoint.Contract, attempt.Hash) : null;
}
