using System.Text.Json.Nodes;
using BlockAssist.Chain.Ledger.Blocks;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Answers;

/// <summary>Blocks, transactions, receipts and logs as nodes tell them. Nothing costs gas.</summary>
internal sealed class BlockJson(LedgerGenesis genesis)
{
    /// <summary>What a block may use, in that a node would say something.</summary>
    public const ulong GasLimit = 30_000_000;

    private const string Nothing = "0x0";
    private const string Type = "0x2";

    private readonly string _contract = genesis.Place.Contract.ToString();

    public JsonObject Of(LedgerBlock block, bool isFull) => new()
    {
        ["number"] = Quantity.Of(block.Height),
        ["hash"] = block.Hash.ToString(),
        ["parentHash"] = block.Parent.ToString(),
        ["timestamp"] = Quantity.Of(block.Time),
        ["miner"] = genesis.Sealer.ToString(),
        ["gasLimit"] = Quantity.Of(GasLimit),
        ["gasUsed"] = Nothing,
        ["baseFeePerGas"] = Nothing,
        ["transactions"] = new JsonArray([.. isFull ? TransactionsOf(block) : block.Sent is { } sent ? (JsonNode[])[sent.Signed.Hash.ToString()] : []]),
    };

    public static JsonObject? TransactionOf(LedgerBlock? block)
    {
        if (block?.Sent is not { } sent)
        {
            return null;
        }

        var transaction = sent.Signed.Transaction;
        var json = PlaceOf(block);
        json["hash"] = sent.Signed.Hash.ToString();
        json["type"] = Type;
        json["chainId"] = Quantity.Of(transaction.ChainId);
        json["nonce"] = Quantity.Of(transaction.Nonce);
        json["from"] = sent.Sender.ToString();
        json["to"] = transaction.To?.ToString();
        json["value"] = Quantity.Of(transaction.Value.Value);
        json["input"] = Hex.Of(transaction.Data.Span);
        json["gas"] = Quantity.Of(transaction.GasLimit);
        json["maxFeePerGas"] = Quantity.Of(transaction.MaxFeePerGas.Value);
        json["maxPriorityFeePerGas"] = Quantity.Of(transaction.MaxPriorityFeePerGas.Value);
        return json;
    }

    public JsonObject? ReceiptOf(LedgerBlock? block)
    {
        if (block?.Sent is not { } sent)
        {
            return null;
        }

        var json = PlaceOf(block);
        json["transactionHash"] = sent.Signed.Hash.ToString();
        json["type"] = Type;
        json["from"] = sent.Sender.ToString();
        json["to"] = sent.Signed.Transaction.To?.ToString();
        json["contractAddress"] = null;
        json["status"] = block.Outcome.IsSuccess ? "0x1" : Nothing;
        json["gasUsed"] = Nothing;
        json["cumulativeGasUsed"] = Nothing;
        json["effectiveGasPrice"] = Nothing;
        json["logs"] = new JsonArray([.. LogsOf(block, _ => true)]);
        return json;
    }

    public IEnumerable<JsonObject> LogsOf(LedgerBlock block, Func<Log, bool> isMeant) =>
        from told in block.Outcome.Logs.Index()
        where isMeant(told.Item)
        select LogOf(block, told.Item, told.Index);

    private static IEnumerable<JsonNode> TransactionsOf(LedgerBlock block) => TransactionOf(block) is { } transaction ? [transaction] : [];

    private JsonObject LogOf(LedgerBlock block, Log log, int index)
    {
        var json = PlaceOf(block);
        json["transactionHash"] = block.Cause.ToString();
        json["logIndex"] = Quantity.Of(index);
        json["address"] = _contract;
        json["topics"] = new JsonArray([.. log.Topics.Select(topic => JsonValue.Create(topic.ToString()))]);
        json["data"] = Hex.Of(log.Data.Span);
        json["removed"] = false;
        return json;
    }

    private static JsonObject PlaceOf(LedgerBlock block) => new()
    {
        ["blockNumber"] = Quantity.Of(block.Height),
        ["blockHash"] = block.Hash.ToString(),
        ["transactionIndex"] = Nothing,
    };
}
