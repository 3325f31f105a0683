using System.Numerics;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger.Blocks;
using BlockAssist.Chain.Ledger.Contract;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Answers;

/// <summary>What the ledger answers to the questions of JSON-RPC that only look.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="artifact">The contract.</param>
/// <param name="clock">What time it is.</param>
internal sealed class LedgerAnswers(Replay ledger, ContributionsArtifact artifact, TimeProvider clock)
{
    // What a transfer takes on chains; here nothing takes any.
    private const int Gas = 21_000;
    private const ulong MostFeeBlocks = 1024;
    private const int MostPercentiles = 100;

    private readonly BlockJson _json = new(ledger.Genesis);

    /// <summary>When the block to come is made: now, but not before the last.</summary>
    public ulong NextTime => Math.Max(ledger.Blocks.Last.Time, (ulong)clock.GetUtcNow().ToUnixTimeSeconds());

    /// <exception cref="NodeFault">The question is refused.</exception>
    /// <exception cref="Revert">The contract refuses.</exception>
    /// <exception cref="ChainFormatException">An argument is not in its form.</exception>
    public JsonNode? Answer(RpcCall question)
    {
        var arguments = new Arguments(question);
        return question.Method switch
        {
            "eth_chainId" => Quantity.Of(ledger.Genesis.ChainId),
            "eth_blockNumber" => Quantity.Of(ledger.Blocks.Last.Height),
            "eth_gasPrice" or "eth_maxPriorityFeePerGas" => Quantity.Of(0),
            "eth_getBlockByNumber" => ledger.Blocks.At(HeightOf(arguments.Node(0))) is { } block ? _json.Of(block, arguments.Yes(1)) : null,
            "eth_getBlockByHash" => ledger.Blocks.Of(arguments.Hash(0)) is { } block ? _json.Of(block, arguments.Yes(1)) : null,
            "eth_getBalance" => Balance(arguments),
            "eth_getTransactionCount" => Quantity.Of(NonceOf(arguments.Address(0), arguments.Node(1))),
            "eth_getCode" => arguments.Address(0) == ledger.Genesis.Place.Contract ? Hex.Of(artifact.Runtime.Span) : "0x",
            "eth_call" => Hex.Of(Call(arguments)),
            "eth_estimateGas" => Estimate(arguments),
            "eth_feeHistory" => FeeHistory(arguments),
            "eth_getTransactionByHash" => BlockJson.TransactionOf(ledger.Blocks.WithTransaction(arguments.Hash(0))),
            "eth_getTransactionReceipt" => _json.ReceiptOf(ledger.Blocks.WithTransaction(arguments.Hash(0))),
            "eth_getLogs" => Logs(arguments.Object(0)),
            _ => throw new NodeFault(NodeFault.NoMethod, $"the method {Hex.Shown(question.Method)} is not there"),
        };
    }

    private JsonNode Balance(Arguments arguments)
    {
        DemandNow(arguments.Node(1));
        return Quantity.Of(ledger.Machine.Accounts.MoneyOf(arguments.Address(0)));
    }

    // The founder's first was spent on the contract; contracts begin with 1 (EIP-161).
    private ulong NonceOf(Address account, JsonNode? block) =>
        ledger.Blocks.CountOf(account, HeightOf(block)) + (account == ledger.Genesis.Founder || account == ledger.Genesis.Place.Contract ? 1UL : 0);

    private JsonNode Estimate(Arguments arguments)
    {
        Call(arguments);
        return Quantity.Of(Gas);
    }

    // As of the block to come, whose time goes on while nobody sends anything.
    private byte[] Call(Arguments arguments)
    {
        DemandNow(arguments.Node(1));
        var request = arguments.Object(0);
        var to = Address.Parse(Arguments.TextOf(request["to"]));
        var from = request["from"] is { } told ? Address.Parse(Arguments.TextOf(told)) : default;
        var value = request["value"] is { } amount ? Quantity.Read(Arguments.TextOf(amount)) : BigInteger.Zero;
        var data = (request["input"] ?? request["data"]) is { } bytes ? Hex.Read(Arguments.TextOf(bytes)) : [];
        return data.Length > Machine.MostBytes ? throw new NodeFault(NodeFault.Refused, $"a call of {data.Length} bytes; expected at most {Machine.MostBytes}")
            : ledger.Machine.LackOf(from, value) is { } lack ? throw new NodeFault(NodeFault.Refused, lack)
            : ledger.Machine.Ask(new Call(from, value, ledger.Blocks.Last.Height + 1, NextTime), to, data);
    }

    private JsonObject FeeHistory(Arguments arguments)
    {
        var newest = Math.Min(HeightOf(arguments.Node(1)), ledger.Blocks.Last.Height);
        var count = (int)Math.Min(Math.Min(arguments.Number(0), MostFeeBlocks), newest + 1);
        return new JsonObject
        {
            ["oldestBlock"] = Quantity.Of(newest + 1 - (ulong)count),
            ["baseFeePerGas"] = Zeros(count + 1),
            ["gasUsedRatio"] = new JsonArray([.. Enumerable.Repeat(0, count).Select(zero => JsonValue.Create(zero))]),
            ["reward"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ => Zeros(Math.Min(arguments.CountOf(2), MostPercentiles)))]),
        };
    }

    private JsonArray Logs(JsonObject filter)
    {
        var search = new LogSearch(filter, ledger.Genesis.Place.Contract);
        return new JsonArray([.. BlocksOf(filter).SelectMany(block => _json.LogsOf(block, search.Means))]);
    }

    private IEnumerable<LedgerBlock> BlocksOf(JsonObject filter) =>
        filter["blockHash"] is { } hash
            ? [ledger.Blocks.Of(Hash32.Parse(Arguments.TextOf(hash))) ?? throw new NodeFault(NodeFault.Refused, "unknown block")]
            : ledger.Blocks.Between(HeightOf(filter["fromBlock"]), HeightOf(filter["toBlock"]));

    private void DemandNow(JsonNode? block)
    {
        var height = HeightOf(block);
        if (height != ledger.Blocks.Last.Height)
        {
            throw new NodeFault(NodeFault.Refused, $"the state after block {height} is not kept, only that after the last, {ledger.Blocks.Last.Height}");
        }
    }

    private ulong HeightOf(JsonNode? block) => block is JsonObject told
        ? told["blockHash"] is { } hash
            ? (ledger.Blocks.Of(Hash32.Parse(Arguments.TextOf(hash))) ?? throw new NodeFault(NodeFault.Refused, "unknown block")).Height
            : HeightOf(told["blockNumber"])
        : block is null ? ledger.Blocks.Last.Height
        : Arguments.TextOf(block) switch
        {
            "latest" or "pending" or "safe" or "finalized" => ledger.Blocks.Last.Height,
            "earliest" => 0,
            var number => Quantity.ReadUInt64(number),
        };

    private static JsonArray Zeros(int count) => new([.. Enumerable.Repeat(Quantity.Of(0), count).Select(zero => JsonValue.Create(zero))]);
}
