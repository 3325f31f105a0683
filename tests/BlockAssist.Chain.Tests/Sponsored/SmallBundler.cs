using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Sponsored;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Sponsored;

/// <summary>A bundler that sends each operation on at once, in a transaction of its own, from an account with money. It may lose questions and answers.</summary>
internal sealed class SmallBundler(ChainNode node, ITransactionSender sender, EntryPoint entryPoint, ContractAbi abi, ulong chainId) : IJsonRpc
{
    private const int Refusal = -32500;

    private readonly ConcurrentDictionary<Hash32, Hash32> _bundles = [];
    private readonly KnownErrors _errors = new(abi.Errors);
    private readonly Lock _lock = new();
    private int _lost;

    /// <summary>What is lost; null if nothing.</summary>
    public Random? Chance { get; set; }

    /// <summary>How much was lost.</summary>
    public int Lost => _lost;

    public async Task<JsonElement> CallAsync(RpcCall question, CancellationToken cancellation)
    {
        var draw = Draw();
        Lose(draw < 0.1);
        var answer = await AnswerAsync(question.Method, JsonSerializer.SerializeToElement(new JsonArray([.. question.Arguments.Select(one => one?.DeepClone())])), cancellation);
        Lose(draw > 0.8);
        return JsonSerializer.SerializeToElement(answer);
    }

    public Task<IReadOnlyList<RpcReply>> BatchAsync(IReadOnlyList<RpcCall> questions, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>What the EntryPoint is told.</summary>
    public byte[] CallOf(SignedUserOperation signed) => abi.Function("handleOps").EncodeCall((object[])[Packed(signed)], sender.Account);

    /// <summary>An operation as contracts take it.</summary>
    public static object[] Packed(SignedUserOperation signed)
    {
        var operation = signed.Operation;
        return
        [
            operation.Sender, operation.Nonce, operation.InitCode, operation.CallData, operation.AccountGasLimits, operation.Gas.PreVerification, operation.GasFees, operation.PaymasterAndData,
            signed.Signature,
        ];
    }

    private async Task<JsonNode?> AnswerAsync(string method, JsonElement arguments, CancellationToken cancellation) => method switch
    {
        "eth_chainId" => Quantity.Of(chainId),
        "eth_supportedEntryPoints" => new JsonArray($"{entryPoint.Contract}"),
        "eth_estimateUserOperationGas" => await EstimateAsync(OperationJson.Of(arguments[0]), cancellation),
        "eth_sendUserOperation" => $"{await TakeAsync(new SignedUserOperation(OperationJson.Of(arguments[0]), entryPoint, chainId, arguments[0].Hex("signature")), cancellation)}",
        "eth_getUserOperationByHash" => _bundles.ContainsKey(Hash32.Parse(arguments[0].GetString())) ? new JsonObject() : null,
        "eth_getUserOperationReceipt" => await ReceiptAsync(Hash32.Parse(arguments[0].GetString()), cancellation),
        _ => throw new ChainException($"no such method as {method}"),
    };

    private async Task<JsonObject> EstimateAsync(UserOperation operation, CancellationToken cancellation)
    {
        var call = operation.Creation is null ? await node.EstimateGasAsync(new CallRequest(operation.Sender, operation.CallData, entryPoint.Contract), cancellation) : 400_000;
        return new JsonObject
        {
            ["callGasLimit"] = Quantity.Of(call),
            ["verificationGasLimit"] = Quantity.Of(operation.Creation is null ? 100_000 : 500_000),
            ["preVerificationGas"] = Quantity.Of(60_000),
            ["paymasterVerificationGasLimit"] = Quantity.Of(100_000),
        };
    }

    private async Task<Hash32> TakeAsync(SignedUserOperation signed, CancellationToken cancellation)
    {
        if (!_bundles.ContainsKey(signed.Hash))
        {
            await SimulateAsync(signed, cancellation);
            var sent = await sender.SendAsync(new TransactionRequest(entryPoint.Contract, CallOf(signed)) { GasLimit = (ulong)signed.Operation.AllGas + 300_000 }, cancellation);
            _bundles[signed.Hash] = sent.Newest.Hash;
        }

        return signed.Hash;
    }

    private async Task SimulateAsync(SignedUserOperation signed, CancellationToken cancellation)
    {
        try
        {
            await node.CallAsync(new CallRequest(entryPoint.Contract, CallOf(signed), sender.Account), BlockRef.Latest, cancellation);
        }
        catch (ChainException error) when (error.Error is { } told)
        {
            var reason = _errors.Read(told.Raw);
            throw NodeErrors.Of("eth_sendUserOperation", JsonSerializer.SerializeToElement(new JsonObject { ["code"] = Refusal, ["message"] = reason["reason"] as string ?? $"{reason}" }));
        }
    }

    private async Task<JsonNode?> ReceiptAsync(Hash32 operation, CancellationToken cancellation) =>
        _bundles.TryGetValue(operation, out var bundle) && await node.ReceiptAsync(bundle, cancellation) is not null
            ? new JsonObject { ["receipt"] = new JsonObject { ["transactionHash"] = $"{bundle}" } }
            : null;

    private double Draw()
    {
        lock (_lock)
        {
            return Chance?.NextDouble() ?? 0.5;
        }
    }

    private void Lose(bool isLost)
    {
        if (isLost)
        {
            Interlocked.Increment(ref _lost);
            throw new ChainException(ChainFault.NodeUnreachable, "lost on the way");
        }
    }
}
