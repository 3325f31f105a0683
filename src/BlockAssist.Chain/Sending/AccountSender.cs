using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sending;

/// <summary>Sends for an account whose key signs here.</summary>
public sealed class AccountSender : ITransactionSender
{
    // Of one transaction (EIP-7825); what needs less is not given more for the margin's sake.
    private const ulong MostGas = 1 << 24;

    private readonly ChainNode _node;
    private readonly IChainSigner _signer;
    private readonly ulong _chainId;
    private readonly IFeeOracle _fees;
    private readonly INonceSource _nonces;
    private readonly SenderOptions _options;
    private readonly TimeProvider _clock;
    private readonly Random _chance;

    /// <summary>A sender that has not asked its node anything yet.</summary>
    /// <param name="node">The node.</param>
    /// <param name="signer">Who signs.</param>
    /// <param name="held">The lock that says that no other process sends for the account, and on which chain; freed by whoever took it, after the last use.</param>
    /// <param name="fees">Who knows what to pay.</param>
    /// <param name="nonces">Who numbers.</param>
    /// <param name="options">How.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="chance">By how much waits differ.</param>
    public AccountSender(ChainNode node, IChainSigner signer, SenderLock held, IFeeOracle fees, INonceSource nonces, SenderOptions options, TimeProvider clock, Random chance)
    {
        ArgumentNullException.ThrowIfNull(signer);
        ArgumentNullException.ThrowIfNull(held);
        if (held.Account != signer.Address)
        {
            throw new ArgumentException($"The lock is of {held.Account}, the signer of {signer.Address}.", nameof(held));
        }

        (_chainId, _node, _signer, _fees, _nonces, _options, _clock, _chance) = (held.ChainId, node, signer, fees, nonces, options, clock, chance);
    }

    /// <inheritdoc/>
    public Address Account => _signer.Address;

    /// <summary>Checks that the node is of the chain that is meant. It is checked again before every signature: behind an address there may be another node by then.</summary>
    /// <exception cref="ChainException">It is not.</exception>
    public Task ConnectAsync(CancellationToken cancellation) => _node.DemandChainAsync(_chainId, cancellation);

    /// <inheritdoc/>
    public async Task<SentTransaction> SendAsync(TransactionRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        await ConnectAsync(cancellation);
        var gas = request.GasLimit ?? await GasOfAsync(request, cancellation);
        var fees = (request.Fees ?? await _fees.QuoteAsync(cancellation)).Within(_options.MaxFeePerGas);
        using var reservation = await _nonces.ReserveAsync(cancellation);
        var signed = await SignAsync(
            new Transaction
            {
                ChainId = _chainId,
                Nonce = reservation.Nonce,
                MaxPriorityFeePerGas = fees.MaxPriorityFeePerGas,
                MaxFeePerGas = fees.MaxFeePerGas,
                GasLimit = gas,
                To = request.To,
                Value = request.Value,
                Data = request.Data,
                AccessList = request.AccessList,
            },
            request, cancellation);
        await SubmitAsync(signed, cancellation);
        reservation.Commit();
        return new SentTransaction(request, [signed]);
    }

    /// <inheritdoc/>
    public SentTransaction Restore(TransactionRequest request, IReadOnlyList<ReadOnlyMemory<byte>> kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentOutOfRangeException.ThrowIfZero(kept.Count);
        var attempts = kept.Select(bytes => SignedTransaction.Parse(bytes)).ToArray();
        return attempts.All(attempt => attempt.Sender == Account && attempt.Transaction.ChainId == _chainId && attempt.Transaction.Nonce == attempts[0].Transaction.Nonce)
            ? new SentTransaction(request, attempts)
            : throw new ChainFormatException($"bytes that are not forms of one transaction of {Account} on chain {_chainId}");
    }

    /// <inheritdoc/>
    public Task<TransactionOutcome> WaitAsync(SentTransaction sent, WaitOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(options);
        var backoff = new Backoff(options.FirstWait, options.LongestWait, _chance);
        var attempts = sent.Attempts.Select(attempt => attempt as SignedTransaction ?? throw new ArgumentException("This was sent by another kind of sender.", nameof(sent)));
        return new TransactionWatch(_node, Account, sent.Request, attempts, options, ReplaceAsync, _clock, backoff).RunAsync(cancellation);
    }

    // Null if it cannot pay more.
    private async Task<SignedTransaction?> ReplaceAsync(Transaction stuck, TransactionRequest request, CancellationToken cancellation)
    {
        await ConnectAsync(cancellation);
        var quote = await _fees.QuoteAsync(cancellation);
        return Replacement.Of(stuck, quote, _options.MaxFeePerGas) is { } dearer ? await SignAsync(dearer, request, cancellation) : null;
    }

    private async Task<SignedTransaction> SignAsync(Transaction transaction, TransactionRequest request, CancellationToken cancellation)
    {
        transaction.Check();
        var signed = transaction.With(await _signer.SignAsync(transaction.SigningHash, cancellation));
        if (signed.Sender != Account)
        {
            throw new ChainException($"the signer of {Account} signs as {signed.Sender}");
        }

        if (request.OnSigned is { } keep)
        {
            await keep(signed, cancellation);
        }

        return signed;
    }

    // Whether the node has it is told by its hash: some refuse what they have mined, some answers are lost.
    private async Task SubmitAsync(SignedTransaction signed, CancellationToken cancellation)
    {
        try
        {
            await _node.SendAsync(signed, cancellation);
        }
        catch (ChainException error) when (error.Fault != ChainFault.AlreadyKnown)
        {
            if (!await HasAsync(signed, cancellation))
            {
                throw;
            }
        }
        catch (ChainException)
        {
            // It has it.
        }
    }

    private async Task<bool> HasAsync(SignedTransaction signed, CancellationToken cancellation)
    {
        try
        {
            return await _node.KnowsAsync(signed.Hash, cancellation);
        }
        catch (ChainException)
        {
            return false;
        }
    }

    private async Task<ulong> GasOfAsync(TransactionRequest request, CancellationToken cancellation)
    {
        try
        {
            var gas = await _node.EstimateGasAsync(request.CallOf(Account), cancellation);
            return gas >= MostGas ? gas : Math.Min(MostGas, gas + (gas * (ulong)_options.GasMargin / 100));
        }
        catch (ChainException error) when (error.Error is not null)
        {
            throw error.In(request.Errors);
        }
    }
}
