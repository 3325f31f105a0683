using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sponsored;

/// <summary>Sends for an account that is a contract, by way of a bundler (ERC-4337): somebody else may pay. The account is made with the first that it sends.</summary>
/// <remarks>Of a request the access list is left out, which user operations do not have; one that makes a contract is refused.</remarks>
public sealed class UserOperationSender : ITransactionSender, IDisposable
{
    private readonly ChainNode _node;
    private readonly Bundler _bundler;
    private readonly ISmartAccount _account;
    private readonly EntryPoint _entryPoint;
    private readonly ulong _chainId;
    private readonly IFeeOracle _fees;
    private readonly SponsoredOptions _options;
    private readonly TimeProvider _clock;
    private readonly Random _chance;
    private readonly UserOperationBuilder _builder;
    private readonly UserOperationLanes _lanes;

    /// <summary>A sender that has not asked anybody anything yet.</summary>
    /// <param name="node">The node.</param>
    /// <param name="bundler">The bundler.</param>
    /// <param name="account">The account.</param>
    /// <param name="entryPoint">Through which EntryPoint; the account has to take it.</param>
    /// <param name="held">The lock that says that no other process sends for the account, and on which chain; freed by whoever took it, after the last use.</param>
    /// <param name="fees">Who knows what to pay.</param>
    /// <param name="paymaster">Who pays; null if the account does.</param>
    /// <param name="options">How.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="chance">By how much waits differ.</param>
    public UserOperationSender(
        ChainNode node, Bundler bundler, ISmartAccount account, EntryPoint entryPoint, SenderLock held, IFeeOracle fees, PaymasterService? paymaster, SponsoredOptions options,
        TimeProvider clock, Random chance)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(entryPoint);
        ArgumentNullException.ThrowIfNull(held);
        if (held.Account != account.Address)
        {
            throw new ArgumentException($"The lock is of {held.Account}, not of {account.Address}.", nameof(held));
        }

        (_node, _bundler, _account, _entryPoint, _chainId, _fees, _options, _clock, _chance) = (node, bundler, account, entryPoint, held.ChainId, fees, options, clock, chance);
        _builder = new UserOperationBuilder(node, bundler, account, entryPoint, held.ChainId, paymaster, options);
        _lanes = new UserOperationLanes(account, (key, cancellation) => entryPoint.NonceAsync(node, account.Address, key, BlockRef.Latest, cancellation), clock);
    }

    /// <inheritdoc/>
    public Address Account => _account.Address;

    /// <summary>Checks that node and bundler are of the chain that is meant, and the bundler sends through the EntryPoint. The chain is checked again before every signature.</summary>
    /// <exception cref="ChainException">They are not.</exception>
    public async Task ConnectAsync(CancellationToken cancellation)
    {
        await CheckAsync(cancellation);
        if (!(await _bundler.EntryPointsAsync(cancellation)).Contains(_entryPoint.Contract))
        {
            throw new ChainException($"the bundler does not send through {_entryPoint.Contract}");
        }
    }

    /// <inheritdoc/>
    public async Task<SentTransaction> SendAsync(TransactionRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        await CheckAsync(cancellation);
        var fees = (request.Fees ?? await _fees.QuoteAsync(cancellation)).Within(_options.MaxFeePerGas);
        var nonce = await _lanes.TakeAsync(await _builder.IsThereAsync(cancellation) ? _options.Lanes : 1, cancellation);
        SignedUserOperation? signed = null;
        try
        {
            signed = await SignAsync(await _builder.BuildAsync(request, nonce, fees.MaxPriorityFeePerGas, fees.MaxFeePerGas, cancellation), request, cancellation);
            await SubmitAsync(signed, cancellation);
        }
        catch (Exception error)
        {
            // Once it was sent, only a refusal says that it is not on its way.
            if (signed is null || error is ChainException { IsPassing: false, Fault: not ChainFault.Malformed })
            {
                _lanes.Free(nonce);
            }

            throw;
        }

        return new SentTransaction(request, [signed]);
    }

    /// <inheritdoc/>
    public SentTransaction Restore(TransactionRequest request, IReadOnlyList<ReadOnlyMemory<byte>> kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentOutOfRangeException.ThrowIfZero(kept.Count);
        var attempts = kept.Select(bytes => SignedUserOperation.Parse(bytes)).ToArray();
        if (!attempts.All(attempt => IsOwn(attempt) && attempt.Operation.Nonce == attempts[0].Operation.Nonce))
        {
            throw new ChainFormatException($"bytes that are not forms of one operation of {Account} on chain {_chainId}");
        }

        _lanes.Hold(attempts[0].Operation.Nonce);
        return new SentTransaction(request, attempts);
    }

    /// <inheritdoc/>
    public Task<TransactionOutcome> WaitAsync(SentTransaction sent, WaitOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(options);
        var attempts = sent.Attempts.Select(attempt => attempt as SignedUserOperation ?? throw new ArgumentException("This was sent by another kind of sender.", nameof(sent))).ToArray();
        var watch = new UserOperationWatch(
            _node, _bundler, sent.Request, attempts, options, _options.LookBack, (stuck, isOutdated, cancelled) => ReplaceAsync(stuck, sent.Request, isOutdated, cancelled),
            () => _lanes.Hold(attempts[0].Operation.Nonce), _clock, new Backoff(options.FirstWait, options.LongestWait, _chance));
        return watch.RunAsync(cancellation);
    }

    /// <inheritdoc/>
    public void Dispose() => _lanes.Dispose();

    // Whose the signature is does not matter: what another key signed before, the account refuses, and it is signed anew.
    private bool IsOwn(SignedUserOperation attempt) => attempt.Operation.Sender == Account && attempt.ChainId == _chainId && attempt.EntryPoint == _entryPoint;

    private async Task CheckAsync(CancellationToken cancellation)
    {
        await _node.DemandChainAsync(_chainId, cancellation);
        await _bundler.DemandChainAsync(_chainId, cancellation);
    }

    // Null if it cannot pay more. What holds no more is nobody's to replace, and may cost what it did.
    private async Task<SignedUserOperation?> ReplaceAsync(SignedUserOperation stuck, TransactionRequest request, bool isOutdated, CancellationToken cancellation)
    {
        await CheckAsync(cancellation);
        var (tip, fee) = (stuck.Operation.MaxPriorityFeePerGas, stuck.Operation.MaxFeePerGas);
        if (Replacement.FeesOf(tip, fee, await _fees.QuoteAsync(cancellation), _options.MaxFeePerGas) is { } higher)
        {
            (tip, fee) = higher;
        }
        else if (!isOutdated)
        {
            return null;
        }

        return await SignAsync(await _builder.BuildAsync(request, stuck.Operation.Nonce, tip, fee, cancellation), request, cancellation);
    }

    private async Task<SignedUserOperation> SignAsync(UserOperation operation, TransactionRequest request, CancellationToken cancellation)
    {
        var hash = _entryPoint.HashOf(operation, _chainId);
        var signed = new SignedUserOperation(operation, _entryPoint, _chainId, await _account.SignAsync(hash, cancellation));
        if (!_account.Takes(hash, signed.Signature.Span))
        {
            throw new ChainException(ChainFault.SignatureRefused, $"the signer of {Account} signs as somebody else");
        }

        if (request.OnSigned is { } keep)
        {
            await keep(signed, cancellation);
        }

        return signed;
    }

    // Whether the bundler has it is told by its hash: answers are lost, and some refuse what they have.
    private async Task SubmitAsync(SignedUserOperation signed, CancellationToken cancellation)
    {
        try
        {
            await _bundler.SendAsync(signed, cancellation);
        }
        catch (ChainException error)
        {
            if (error.Fault != ChainFault.AlreadyKnown && !await HasAsync(signed, cancellation))
            {
                throw;
            }
        }
    }

    private async Task<bool> HasAsync(SignedUserOperation signed, CancellationToken cancellation)
    {
        try
        {
            return await _bundler.KnowsAsync(signed.Hash, cancellation);
        }
        catch (ChainException)
        {
            return false;
        }
    }
}
