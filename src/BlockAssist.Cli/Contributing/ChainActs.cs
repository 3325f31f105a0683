using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Contributing;

/// <summary>Does things on a chain one after the other, each of which is done before the next begins.</summary>
/// <param name="sender">Who sends.</param>
/// <param name="wait">How it is waited for.</param>
internal sealed class ChainActs(ITransactionSender sender, WaitOptions wait)
{
    // More than that some nodes do not keep for an account.
    private const int AtOnce = 16;

    /// <summary>Who does it.</summary>
    public ITransactionSender Sender { get; } = sender;

    /// <summary>Does several things of a kind; many are underway at once.</summary>
    /// <param name="what">What, for the error.</param>
    /// <param name="requests">How.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="ForeseenException">One is not done.</exception>
    public async Task DoAllAsync(string what, IEnumerable<TransactionRequest> requests, CancellationToken cancellation)
    {
        foreach (var some in requests.Chunk(AtOnce))
        {
            var sent = new List<SentTransaction>();
            foreach (var request in some)
            {
                sent.Add(await Sender.SendAsync(request, cancellation));
            }

            foreach (var one in sent)
            {
                await DoneAsync(what, one, cancellation);
            }
        }
    }

    /// <summary>Does something.</summary>
    /// <param name="what">What, for the error.</param>
    /// <param name="request">How.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="ForeseenException">It is not done.</exception>
    public async Task<Receipt> DoAsync(string what, TransactionRequest request, CancellationToken cancellation)
    {
        return await DoneAsync(what, await Sender.SendAsync(request, cancellation), cancellation);
    }

    private async Task<Receipt> DoneAsync(string what, SentTransaction sent, CancellationToken cancellation) => await Sender.WaitAsync(sent, wait, cancellation) switch
    {
        Mined mined => mined.Receipt,
        Reverted reverted => throw new ForeseenException($"{what}: the contract refuses: {reverted.Error}"),
        Replaced => throw new ForeseenException($"{what}: another transaction of {Sender.Account} took its place", "See that nothing else sends for the account, and try again."),
        StillPending pending => throw new ForeseenException(
            $"{what}: transaction {pending.Sent.Newest.Hash} is in no block yet, or not deep enough{(pending.Trouble is { } trouble ? $": {trouble.Message}" : "")}", "Try again later: what is done by then is not done twice."),
        var other => throw new InvalidOperationException($"{other}"),
    };
}
