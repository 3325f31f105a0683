using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sponsored;
using BlockAssist.Chain.Tests.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Sponsored;

/// <summary>A chain in memory with an EntryPoint, a bundler and a paymaster: operations wait at the bundler, come into blocks when told, and blocks can be undone.</summary>
internal sealed class SponsoredChain
{
    private static readonly AbiEvent Refused = AbiEvent.Parse("UserOperationRevertReason(bytes32 indexed userOpHash, address indexed sender, uint256 nonce, bytes revertReason)");

    private readonly List<(Hash32 Hash, IReadOnlyList<SignedUserOperation> Operations)> _blocks = [];
    private readonly List<SignedUserOperation> _waiting = [];
    private int _forks;

    public SponsoredChain() => Add([]);

    public static EntryPoint EntryPoint { get; } = new(Some.Address(0xEE), EntryPointVersion.V08);

    public ulong ChainId { get; set; } = Some.ChainId;

    public Wei BaseFee { get; set; } = Wei.Gwei(1);

    /// <summary>Whether the account is there from the beginning.</summary>
    public bool IsThere { get; set; }

    /// <summary>How much gas the bundler says that an operation needs before it is looked at.</summary>
    public ulong PreVerificationGas { get; set; } = 50_000;

    /// <summary>What the bundler does instead of taking an operation.</summary>
    public Func<SignedUserOperation, Refusal?> Refuses { get; set; } = _ => null;

    /// <summary>What the paymaster does instead of promising.</summary>
    public Func<string, Refusal?> Denies { get; set; } = _ => null;

    /// <summary>What the bundler says came of an operation, whatever did.</summary>
    public Func<Hash32, JsonNode?>? Claims { get; set; }

    /// <summary>The bytes with which the account refuses; null if it does not.</summary>
    public byte[]? Reason { get; set; }

    public IReadOnlyList<SignedUserOperation> Waiting => _waiting;

    public ulong Head => (ulong)_blocks.Count - 1;

    public IEnumerable<SignedUserOperation> Mined => _blocks.SelectMany(block => block.Operations);

    public Hash32 HashOf(ulong height) => _blocks[(int)height].Hash;

    public void Forget() => _waiting.Clear();

    /// <summary>A block with all that pays enough, and whose turn it is.</summary>
    public void Mine()
    {
        var mined = _waiting.Where(waiting => waiting.Operation.MaxFeePerGas >= BaseFee && waiting.Operation.Nonce == NonceOf(waiting.Operation.Key, Head)).ToArray();
        _waiting.RemoveAll(mined.Contains);
        Add(mined);
    }

    /// <summary>The last blocks are undone, others with nothing in them take their place, and what was in them is forgotten.</summary>
    public void Reorganise(int depth)
    {
        _forks++;
        _blocks.RemoveRange(_blocks.Count - depth, depth);
        for (var i = 0; i <= depth; i++)
        {
            Add([]);
        }
    }

    public JsonNode? Answer(string method, JsonArray arguments) => method switch
    {
        "eth_chainId" => Quantity.Of(ChainId),
        "eth_supportedEntryPoints" => new JsonArray($"{EntryPoint.Contract}"),
        "eth_blockNumber" => Quantity.Of(Head),
        "eth_getCode" => IsThere || Mined.Any() ? "0x60" : "0x",
        "eth_call" => NonceAt(arguments),
        "eth_feeHistory" => new JsonObject
        {
            ["baseFeePerGas"] = new JsonArray(Quantity.Of(BaseFee.Value), Quantity.Of(BaseFee.Value)),
            ["reward"] = new JsonArray(new JsonArray(Quantity.Of(Wei.Gwei(1).Value))),
        },
        "eth_getBlockByNumber" => Number(arguments[0]!) is var height && height <= Head ? Header(height) : null,
        "eth_getTransactionReceipt" => ReceiptOf(Hash32.Parse(arguments[0]!.GetValue<string>())),
        "eth_getLogs" => LogsOf(Hash32.Parse(arguments[0]!["topics"]![1]!.GetValue<string>())),
        "eth_estimateUserOperationGas" => new JsonObject
        {
            ["callGasLimit"] = "0x186a0",
            ["verificationGasLimit"] = "0x186a0",
            ["preVerificationGas"] = Quantity.Of(PreVerificationGas),
        },
        "eth_sendUserOperation" => Take(arguments).ToString(),
        "eth_getUserOperationByHash" => _waiting.Concat(Mined).Any(one => $"{one.Hash}" == arguments[0]!.GetValue<string>()) ? new JsonObject() : null,
        "eth_getUserOperationReceipt" => Claimed(Hash32.Parse(arguments[0]!.GetValue<string>())),
        "pm_getPaymasterStubData" or "pm_getPaymasterData" => Denies(method) is { } refusal ? throw refusal : Promise(method),
        _ => throw new Refusal(-32601, "no such method"),
    };

    private static JsonObject Promise(string method) => new()
    {
        ["paymaster"] = $"{Some.Address(0xAA)}",
        ["paymasterData"] = method.Contains("Stub", StringComparison.Ordinal) ? "0x00" : "0x0102",
        ["paymasterVerificationGasLimit"] = "0xc350",
        ["paymasterPostOpGasLimit"] = "0x1",
    };

    private Hash32 Take(JsonArray arguments)
    {
        var json = JsonSerializer.SerializeToElement(arguments[0]);
        var signed = new SignedUserOperation(OperationJson.Of(json), EntryPoint, ChainId, json.Hex("signature"));
        if (Refuses(signed) is { } refusal)
        {
            throw refusal;
        }

        if (signed.Operation.Nonce != NonceOf(signed.Operation.Key, Head))
        {
            throw new Refusal(-32500, "AA25 invalid account nonce");
        }

        if (_waiting.FirstOrDefault(waiting => waiting.Operation.Nonce == signed.Operation.Nonce) is { } older && older.Hash != signed.Hash)
        {
            if (signed.Operation.MaxFeePerGas.Value * 100 < older.Operation.MaxFeePerGas.Value * 110 || signed.Operation.MaxPriorityFeePerGas.Value * 100 < older.Operation.MaxPriorityFeePerGas.Value * 110)
            {
                throw new Refusal(-32602, "replacement underpriced");
            }

            _waiting.Remove(older);
        }

        _waiting.RemoveAll(waiting => waiting.Hash == signed.Hash);
        _waiting.Add(signed);
        return signed.Hash;
    }

    private void Add(IReadOnlyList<SignedUserOperation> operations) => _blocks.Add((Keccak256.Of($"{_blocks.Count} {_forks}"), operations));

    private BigInteger NonceOf(BigInteger key, ulong height) => (key << 64) + _blocks.Take((int)height + 1).Sum(block => block.Operations.Count(one => one.Operation.Key == key));

    private string NonceAt(JsonArray arguments)
    {
        var data = Vectors.Bytes(arguments[0]!["data"]!.GetValue<string>());
        var nonce = NonceOf(new BigInteger(data.AsSpan(36, 32), isUnsigned: true, isBigEndian: true), arguments[1]!.GetValue<string>() == "latest" ? Head : Number(arguments[1]!));
        return Hex.Of(AbiType.Parse("uint256").Encode(nonce));
    }

    // Each block has one transaction, whose hash is the block's.
    private JsonNode? Claimed(Hash32 operation) => Claims is not null ? Claims(operation)
        : _blocks.Where(block => block.Operations.Any(one => one.Hash == operation)).Select(block => new JsonObject
        {
            ["userOpHash"] = $"{operation}",
            ["receipt"] = new JsonObject { ["transactionHash"] = $"{block.Hash}" },
        }).FirstOrDefault();

    private JsonObject? ReceiptOf(Hash32 hash)
    {
        var height = _blocks.FindIndex(block => block.Hash == hash);
        return height < 0 ? null : new JsonObject
        {
            ["transactionHash"] = $"{hash}",
            ["blockNumber"] = Quantity.Of(height),
            ["blockHash"] = $"{hash}",
            ["status"] = "0x1",
            ["gasUsed"] = Quantity.Of(500_000),
            ["effectiveGasPrice"] = Quantity.Of(BaseFee.Value),
            ["logs"] = new JsonArray([.. LogsIn(height)]),
        };
    }

    private JsonArray LogsOf(Hash32 operation) =>
        new([.. Enumerable.Range(0, _blocks.Count).SelectMany(LogsIn).Where(log => log["topics"]![0]!.GetValue<string>() == $"{BundledOperation.Told.Topic}" && log["topics"]![1]!.GetValue<string>() == $"{operation}")]);

    private IEnumerable<JsonObject> LogsIn(int height) => _blocks[height].Operations.SelectMany(one => ((JsonObject?[])
    [
        Log(Some.Address(2), [Some.Hash(1)], $"{one.Hash}"[..66]),
        Reason is null ? null : Log(EntryPoint.Contract, [Refused.Topic, one.Hash, Word(one.Operation.Sender)], Hex.Of(new AbiTuple(Refused.Inputs.Parts[2], Refused.Inputs.Parts[3]).EncodeParts(one.Operation.Nonce, Reason))),
        Log(
            EntryPoint.Contract, [BundledOperation.Told.Topic, one.Hash, Word(one.Operation.Sender), Word(Some.Address(0xAA))],
            Hex.Of(new AbiTuple([.. BundledOperation.Told.Inputs.Parts.Skip(3)]).EncodeParts(one.Operation.Nonce, Reason is null, 123_456, 78_900))),
    ]).OfType<JsonObject>()).Select((log, index) =>
    {
        (log["logIndex"], log["blockNumber"], log["blockHash"], log["transactionHash"]) = (Quantity.Of(index), Quantity.Of(height), $"{_blocks[height].Hash}", $"{_blocks[height].Hash}");
        return log;
    });

    private static JsonObject Log(Address contract, Hash32[] topics, string data) => new()
    {
        ["address"] = $"{contract}",
        ["topics"] = new JsonArray([.. topics.Select(topic => (JsonNode)$"{topic}")]),
        ["data"] = data,
    };

    private static Hash32 Word(Address address) => new((byte[])[.. new byte[12], .. address.ToArray()]);

    private JsonObject Header(ulong height) => new()
    {
        ["number"] = Quantity.Of(height),
        ["hash"] = $"{HashOf(height)}",
        ["parentHash"] = $"{(height == 0 ? default : HashOf(height - 1))}",
        ["gasLimit"] = Quantity.Of(30_000_000),
    };

    private static ulong Number(JsonNode text) => ulong.Parse(text.GetValue<string>().AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
