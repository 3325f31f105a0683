using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Signing;

namespace BlockAssist.Chain.Sending;

/// <summary>Follows what was sent until it is done, or there is no more time: what is lost is sent again, what is stuck is replaced. Whether it is done the chain says.</summary>
/// <typeparam name="TAttempt">A form in which it was sent.</typeparam>
/// <param name="node">The node.</param>
/// <param name="request">What is to be done.</param>
/// <param name="attempts">The forms in which it was sent, the newest last.</param>
/// <param name="options">How it is waited for.</param>
/// <param name="clock">What time it is.</param>
/// <param name="backoff">How long between looks.</param>
internal abstract class SendingWatch<TAttempt>(ChainNode node, TransactionRequest request, IEnumerable<TAttempt> attempts, WaitOptions options, TimeProvider clock, Backoff backoff)
    where TAttempt : class, ISigned
{
    // A node counts a transaction before it has its receipt, and one of several that answer under one address may lag behind.
    private const int LooksUntilReplaced = 3;

    private readonly List<TAttempt> _attempts = [.. attempts];
    private readonly DateTimeOffset _end = clock.GetUtcNow() + options.GiveUpAfter;
    private DateTimeOffset _replaceAt = clock.GetUtcNow() + options.ReplaceAfter;
    private int _replacements;

    // While it is in a block that is not deep enough, nothing is to be done but wait.
    private bool _isInBlock;

    // How many looks in a row found its number used, and it in no block.
    private int _looksWithoutNumber;

    protected ChainNode Node { get; } = node;

    protected TransactionRequest Request { get; } = request;

    protected TAttempt Newest => _attempts[^1];

    protected IEnumerable<TAttempt> NewestFirst => _attempts.AsEnumerable().Reverse();

    /// <summary>What was in the way at the last look.</summary>
    protected ChainException? Trouble { get; set; }

    private SentTransaction Sent => new(Request, [.. _attempts]);

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
                return new StillPending(Sent, Trouble);
            }

            await Task.Delay(backoff.After(looks), clock, cancellation);
        }
    }

    /// <summary>Asks somebody who, if there is no answer now, may have one later: until the end, all are asked again.</summary>
    protected async Task<T?> TryAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        try
        {
            Trouble = null;
            return await look();
        }
        catch (ChainException error)
        {
            Trouble = error;
            return null;
        }
    }

    /// <summary>Where one of its forms stands; null if none is in a block.</summary>
    /// <param name="head">The newest block.</param>
    /// <param name="cancellation">Ends it.</param>
    protected abstract Task<Inclusion?> FindAsync(ulong head, CancellationToken cancellation);

    /// <summary>Whether its number was used, by whatever, as of a block.</summary>
    protected abstract Task<bool> IsUsedAsync(BlockRef block, CancellationToken cancellation);

    /// <summary>Whether whoever takes it to a block has it.</summary>
    protected abstract Task<bool> KnowsAsync(TAttempt attempt, CancellationToken cancellation);

    /// <summary>Sends it; false if what was signed holds no more. What else is said to it is decided by the next look.</summary>
    protected abstract Task<bool> SendAsync(TAttempt attempt, CancellationToken cancellation);

    /// <summary>Signs the same anew: with more pay or, if what was signed holds no more, perhaps for the same; null if it cannot be.</summary>
    protected abstract Task<TAttempt?> ReplaceAsync(TAttempt stuck, bool isOutdated, CancellationToken cancellation);

    /// <summary>Told at every look at which it is in no block: its number is still in use.</summary>
    protected virtual void Hold()
    {
    }

    private async Task<TransactionOutcome?> LookAsync(CancellationToken cancellation)
    {
        var head = await Node.HeightAsync(cancellation);
        if (await FindAsync(head, cancellation) is { } found)
        {
            _isInBlock = true;
            _looksWithoutNumber = 0;
            return await IsFinalAsync(found.Receipt, head, cancellation) ? await found.OutcomeAsync(cancellation) : null;
        }

        // Deep enough, too: what took its number may be undone like everything else.
        var depth = (ulong)Math.Max(0, options.Confirmations - 1);
        if (head >= depth && await IsUsedAsync(BlockRef.At(head - depth), cancellation))
        {
            return ++_looksWithoutNumber == LooksUntilReplaced ? new Replaced(Sent) : null;
        }

        _looksWithoutNumber = 0;
        await PushAsync(cancellation);
        return null;
    }

    private async Task<bool> IsFinalAsync(Receipt receipt, ulong head, CancellationToken cancellation) =>
        head >= receipt.Height && head - receipt.Height + 1 >= (ulong)options.Confirmations
        && (await Node.BlockAsync(receipt.Height, cancellation))?.Hash == receipt.BlockHash;

    private async Task PushAsync(CancellationToken cancellation)
    {
        Hold();

        // A block that had it is gone, or it was forgotten: the same bytes again.
        var isLost = _isInBlock || !await KnowsAsync(Newest, cancellation);
        _isInBlock = false;
        var isOutdated = isLost && !await SendAsync(Newest, cancellation);
        if ((isOutdated || clock.GetUtcNow() >= _replaceAt) && _replacements < options.MostReplacements)
        {
            _replaceAt = clock.GetUtcNow() + options.ReplaceAfter;
            if (await ReplaceAsync(Newest, isOutdated, cancellation) is { } other)
            {
                _replacements++;
                _attempts.Add(other);
                await SendAsync(other, cancellation);
            }
        }
    }

    /// <summary>Where something that was sent stands.</summary>
    /// <param name="Receipt">What the chain says of it.</param>
    /// <param name="Reason">Why it was refused, to be asked only if it was.</param>
    protected sealed record Inclusion(Receipt Receipt, Func<CancellationToken, Task<ContractError>> Reason)
    {
        /// <summary>What came of it.</summary>
        public async Task<TransactionOutcome> OutcomeAsync(CancellationToken cancellation) =>
            Receipt.IsSuccess ? new Mined(Receipt) : new Reverted(Receipt, await Reason(cancellation));
    }
}
