using System.Text.Json;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sponsored;

/// <summary>Who takes user operations and sends them on to their EntryPoint (ERC-7769). What came of them is asked of a node: a bundler only tells where to look.</summary>
/// <param name="rpc">The way to it.</param>
public sealed class Bundler(IJsonRpc rpc)
{
    private const int MostEntryPoints = 100;

    /// <summary>Checks that it is of the chain that is meant.</summary>
    /// <exception cref="ChainException">It is not; among others.</exception>
    public Task DemandChainAsync(ulong chainId, CancellationToken cancellation) => rpc.DemandChainAsync("bundler", chainId, cancellation);

    /// <summary>Through which contracts it sends.</summary>
    public Task<IReadOnlyList<Address>> EntryPointsAsync(CancellationToken cancellation) => rpc.AskAsync<IReadOnlyList<Address>>(
        new RpcCall("eth_supportedEntryPoints"), answer => [.. answer.EnumerateArray().Take(MostEntryPoints).Select(one => Address.Parse(one.GetString()))], cancellation);

    /// <summary>How much gas an operation needs.</summary>
    /// <exception cref="ChainException">The contract would refuse, among others.</exception>
    internal Task<GasEstimate> EstimateAsync(UserOperation operation, ReadOnlyMemory<byte> signature, EntryPoint entryPoint, CancellationToken cancellation) =>
        rpc.AskAsync(new RpcCall("eth_estimateUserOperationGas", operation.ToJson(signature.Span), $"{entryPoint.Contract}"), GasEstimate.Of, cancellation);

    /// <summary>Sends an operation.</summary>
    /// <exception cref="ChainException">The bundler does not take it.</exception>
    public Task SendAsync(SignedUserOperation operation, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return rpc.AskAsync(
            new RpcCall("eth_sendUserOperation", operation.Operation.ToJson(operation.Signature.Span), $"{operation.EntryPoint.Contract}"),
            answer => Hash32.Parse(answer.GetString()) == operation.Hash ? true : throw new ChainFormatException("about another operation"), cancellation);
    }

    /// <summary>Whether it knows of an operation, in a block or waiting for one.</summary>
    public Task<bool> KnowsAsync(Hash32 operation, CancellationToken cancellation) =>
        rpc.AskAsync(new RpcCall("eth_getUserOperationByHash", $"{operation}"), answer => answer.ValueKind == JsonValueKind.Object, cancellation);

    /// <summary>With which transaction it says an operation came into a block; null while it is in none.</summary>
    public Task<Hash32?> TransactionOfAsync(Hash32 operation, CancellationToken cancellation) => rpc.AskAsync(
        new RpcCall("eth_getUserOperationReceipt", $"{operation}"),
        answer => answer.ValueKind == JsonValueKind.Null ? (Hash32?)null : answer.GetProperty("receipt").Hash("transactionHash"), cancellation);
}
