using System.Globalization;
using System.Numerics;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sponsored;

/// <summary>Makes the user operation that does what is asked: with gas by the bundler, and a promise of the paymaster where there is one.</summary>
/// <param name="node">The node.</param>
/// <param name="bundler">The bundler.</param>
/// <param name="account">The account.</param>
/// <param name="entryPoint">The EntryPoint.</param>
/// <param name="chainId">The chain.</param>
/// <param name="paymaster">Who pays; null if the account does.</param>
/// <param name="options">How.</param>
internal sealed class UserOperationBuilder(
    ChainNode node, Bundler bundler, ISmartAccount account, EntryPoint entryPoint, ulong chainId, PaymasterService? paymaster, SponsoredOptions options)
{
    /// <summary>Whether the account is there.</summary>
    public async Task<bool> IsThereAsync(CancellationToken cancellation) => account.Creation is null || (await node.CodeAsync(account.Address, cancellation)).Length > 0;

    /// <summary>An operation that has all but the signature.</summary>
    public async Task<UserOperation> BuildAsync(TransactionRequest request, BigInteger nonce, Wei maxPriorityFeePerGas, Wei maxFeePerGas, CancellationToken cancellation)
    {
        var operation = new UserOperation
        {
            Sender = account.Address,
            Nonce = nonce,
            Creation = await IsThereAsync(cancellation) ? null : account.Creation,
            CallData = account.CallDataOf(request.To ?? throw new ArgumentException("An account that is a contract makes no contracts by itself.", nameof(request)), request.Value, request.Data),
            MaxPriorityFeePerGas = maxPriorityFeePerGas,
            MaxFeePerGas = maxFeePerGas,
        };
        if (paymaster is null)
        {
            return Checked(await WithGasAsync(operation, request, cancellation));
        }

        var (stub, isFinal) = await paymaster.StubAsync(operation, account.StubSignature, entryPoint, chainId, cancellation);
        operation = Checked(await WithGasAsync(operation with { Sponsorship = stub }, request, cancellation));
        return isFinal ? operation : Checked(operation with { Sponsorship = await paymaster.PromiseAsync(operation, account.StubSignature, entryPoint, chainId, cancellation) });
    }

    private async Task<UserOperation> WithGasAsync(UserOperation operation, TransactionRequest request, CancellationToken cancellation)
    {
        var (gas, verification, end) = await EstimateAsync(operation, request, cancellation);
        return operation with
        {
            Gas = new UserOperationGas(request.GasLimit ?? WithMargin(gas.Call), WithMargin(gas.Verification), gas.PreVerification),
            Sponsorship = operation.Sponsorship is { } stub
                ? stub with { VerificationGas = Known(stub.VerificationGas, verification), PostOperationGas = Known(stub.PostOperationGas, end) }
                : null,
        };
    }

    private async Task<GasEstimate> EstimateAsync(UserOperation operation, TransactionRequest request, CancellationToken cancellation)
    {
        try
        {
            return await bundler.EstimateAsync(operation, account.StubSignature, entryPoint, cancellation);
        }
        catch (ChainException error) when (error.Error is not null)
        {
            throw error.In(request.Errors);
        }
    }

    // What the paymaster says itself goes before what the bundler says of it.
    private static ulong Known(ulong told, ulong? estimated) => told > 0 ? told : estimated ?? 0;

    private ulong WithMargin(ulong gas) => gas > options.MostGas ? gas : gas + (gas * (ulong)options.GasMargin / 100);

    private UserOperation Checked(UserOperation operation) => operation.AllGas <= options.MostGas
        ? operation
        : throw new ChainException(ChainFault.GasOutOfRange, string.Create(
            CultureInfo.InvariantCulture, $"a user operation would want {operation.AllGas} gas; expected at most {options.MostGas}"));
}
