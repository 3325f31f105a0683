using System.Globalization;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Tests.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Sending;

/// <summary>A chain in memory: transactions wait, are mined when told, and blocks can be undone.</summary>
internal sealed class FakeChain
{
    private readonly List<Block> _blocks = [];
    private readonly List<SignedTransaction> _waiting = [];
    private int _forks;

    public FakeChain() => Add([]);

    /// <summary>What a unit of gas costs.</summary>
    public Wei BaseFee { get; set; } = Wei.Gwei(1);

    public ulong ChainId { get; set; } = Some.ChainId;

    /// <summary>By how many hundredths a replacement must pay more.</summary>
    public int Bump { get; set; } = 10;

    /// <summary>What contracts tell in a transaction.</summary>
    public Func<Transaction, IEnumerable<JsonObject>> Logs { get; set; } = _ => [];

    /// <summary>What happens instead of taking a transaction.</summary>
    public Func<SignedTransaction, Refusal?> Refuses { get; set; } = _ => null;

    /// <summary>Whether it has the receipts of what is in its blocks; nodes write them after the count.</summary>
    public bool HasReceipts { get; set; } = true;

    /// <summary>The data of calls that contracts refuse, and the bytes that come back.</summary>
    public Dictionary<byte, byte[]> Reverts { get; } = [];

    public IReadOnlyList<SignedTransaction> Waiting => _waiting;

    public ulong Head => (ulong)_blocks.Count - 1;

    public IEnumerable<SignedTransaction> Mined => _blocks.SelectMany(block => block.Transactions);

    public Hash32 HashOf(ulong number) => _blocks[(int)number].Hash;

    public void Forget() => _waiting.Clear();

    /// <summary>A block with all that pays enough and whose turn it is.</summary>
    public void Mine()
    {
        var mined = new List<SignedTransaction>();
        foreach (var transaction in _waiting.OrderBy(waiting => waiting.Transaction.Nonce).ToArray())
        {
            if (transaction.Transaction.MaxFeePerGas >= BaseFee && transaction.Transaction.Nonce == NonceOf(transaction.Sender, Head) + (ulong)mined.Count(other => other.Sender == transaction.Sender))
            {
                mined.Add(transaction);
            }
        }

        _waiting.RemoveAll(waiting => mined.Any(other => other.Sender == waiting.Sender && other.Transaction.Nonce >= waiting.Transaction.Nonce));
        Add(mined);
    }

    /// <summary>The last blocks are undone, others without transactions take their place, and what was in them is forgotten.</summary>
    public void Reorganise(int depth)
    {
        _forks++;
        _blocks.RemoveRange(_blocks.Count - depth, depth);
        for (var i = 0; i <= depth; i++)
        {
            Add([]);
        }
    }

    /// <summary>The last block has not come yet.</summary>
    public void Cut() => _blocks.RemoveAt(_blocks.Count - 1);

    public JsonNode? Answer(string method, JsonArray arguments) => method switch
    {
        "eth_chainId" => Quantity(ChainId),
        "eth_blockNumber" => Quantity(Head),
        "eth_estimateGas" => Call(arguments[0]!, Quantity(50_000)),
        "eth_call" => Call(arguments[0]!, "0x"),
        "eth_feeHistory" => new JsonObject
        {
            ["baseFeePerGas"] = new JsonArray(Quantity(BaseFee.Value), Quantity(BaseFee.Value)),
            ["reward"] = new JsonArray(new JsonArray(Quantity(Wei.Gwei(1).Value))),
        },
        "eth_getTransactionCount" => Quantity(arguments[1]!.GetValue<string>() is var tag && tag == "pending"
            ? NonceOf(Address.Parse(arguments[0]!.GetValue<string>()), Head) + PendingOf(Address.Parse(arguments[0]!.GetValue<string>()))
            : NonceOf(Address.Parse(arguments[0]!.GetValue<string>()), tag == "latest" ? Head : Number(tag))),
        "eth_sendRawTransaction" => Take(SignedTransaction.Parse(Vectors.Bytes(arguments[0]!.GetValue<string>()))).ToString(),
        "eth_getTransactionByHash" => Known(arguments) ? new JsonObject() : null,
        "eth_getTransactionReceipt" => ReceiptOf(Hash32.Parse(arguments[0]!.GetValue<string>())),
        "eth_getBlockByNumber" => Number(arguments[0]!.GetValue<string>()) is var number && number <= Head ? Header(_blocks[(int)number]) : null,
        "eth_getLogs" => LogsOf(arguments[0]!),
        _ => throw new Refusal(-32601, "no such method"),
    };

    private JsonNode? Call(JsonNode request, JsonNode answer) =>
        request["data"]!.GetValue<string>() is { Length: > 2 } data && Reverts.TryGetValue(Vectors.Bytes(data)[0], out var reason)
            ? throw new Refusal(3, "execution reverted", "0x" + Convert.ToHexStringLower(reason))
            : answer;

    private Hash32 Take(SignedTransaction transaction)
    {
        var (sender, asked) = (transaction.Sender, transaction.Transaction);
        if (Refuses(transaction) is { } refusal)
        {
            throw refusal;
        }

        if (_waiting.Any(waiting => waiting.Hash == transaction.Hash))
        {
            throw new Refusal(-32003, "transaction already imported");
        }

        if (asked.Nonce < NonceOf(sender, Head))
        {
            throw new Refusal(-32003, "nonce too low");
        }

        if (_waiting.FirstOrDefault(waiting => waiting.Sender == sender && waiting.Transaction.Nonce == asked.Nonce) is { } older)
        {
            if (asked.MaxFeePerGas.Value * 100 < older.Transaction.MaxFeePerGas.Value * (100 + Bump)
                || asked.MaxPriorityFeePerGas.Value * 100 < older.Transaction.MaxPriorityFeePerGas.Value * (100 + Bump))
            {
                throw new Refusal(-32003, "replacement transaction underpriced");
            }

            _waiting.Remove(older);
        }

        _waiting.Add(transaction);
        return transaction.Hash;
    }

    private void Add(IReadOnlyList<SignedTransaction> transactions) => _blocks.Add(new Block(
        (ulong)_blocks.Count, Keccak256.Of($"{_blocks.Count} {_forks}"), _blocks.Count > 0 ? _blocks[^1].Hash : default, transactions));

    private ulong NonceOf(Address account, ulong block) => (ulong)_blocks.Take((int)block + 1).Sum(one => one.Transactions.Count(transaction => transaction.Sender == account));

    private ulong PendingOf(Address account) => (ulong)_waiting.Count(waiting => waiting.Sender == account);

    private bool Known(JsonArray arguments) => Hash32.Parse(arguments[0]!.GetValue<string>()) is var hash && _waiting.Concat(Mined).Any(transaction => transaction.Hash == hash);

    private JsonObject? ReceiptOf(Hash32 hash) =>
        HasReceipts && _blocks.SelectMany(block => block.Transactions.Select(transaction => (block, transaction))).FirstOrDefault(found => found.transaction.Hash == hash) is { block: { } block } found
            ? new JsonObject
            {
                ["transactionHash"] = hash.ToString(),
                ["blockNumber"] = Quantity(block.Number),
                ["blockHash"] = block.Hash.ToString(),
                ["status"] = found.transaction.Transaction.Data.Span is [var first, ..] && Reverts.ContainsKey(first) ? "0x0" : "0x1",
                ["gasUsed"] = Quantity(21_000),
                ["effectiveGasPrice"] = Quantity(BaseFee.Value),
                ["logs"] = new JsonArray(),
            }
            : null;

    private JsonArray LogsOf(JsonNode filter)
    {
        var from = filter["fromBlock"] is { } first ? Number(first.GetValue<string>()) : 0;
        var to = filter["toBlock"] is { } last ? Number(last.GetValue<string>()) : Head;
        Block[] blocks = [.. _blocks.Where(block => filter["blockHash"] is { } hash ? block.Hash.ToString() == hash.GetValue<string>() : block.Number >= from && block.Number <= to)];
        return filter["blockHash"] is not null && blocks.Length == 0 ? throw new Refusal(-32000, "unknown block") : new JsonArray([.. blocks.SelectMany(LogsOf)]);
    }

    private IEnumerable<JsonObject> LogsOf(Block block) => block.Transactions
        .SelectMany(transaction => Logs(transaction.Transaction).Select(log => (transaction, log)))
        .Select((told, index) =>
        {
            told.log["blockNumber"] = Quantity(block.Number);
            told.log["blockHash"] = block.Hash.ToString();
            told.log["transactionHash"] = told.transaction.Hash.ToString();
            told.log["logIndex"] = Quantity(index);
            return told.log;
        });

    private JsonObject Header(Block block) => new()
    {
        ["number"] = Quantity(block.Number),
        ["hash"] = block.Hash.ToString(),
        ["parentHash"] = block.Parent.ToString(),
        ["baseFeePerGas"] = Quantity(BaseFee.Value),
        ["gasLimit"] = Quantity(30_000_000),
    };

    private static string Quantity(System.Numerics.BigInteger number) => Chain.Rpc.Quantity.Of(number);

    private static ulong Number(string text) => ulong.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private sealed record Block(ulong Number, Hash32 Hash, Hash32 Parent, IReadOnlyList<SignedTransaction> Transactions);
}
