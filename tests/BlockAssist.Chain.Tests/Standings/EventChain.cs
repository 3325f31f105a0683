using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Standings;

/// <summary>A chain in memory of which only what the contract tells is of interest: blocks are mined with it, and undone.</summary>
internal sealed class EventChain : IJsonRpc
{
    private readonly List<Block> _blocks = [];
    private int _forks;

    public EventChain(string name = "") => Start(name);

    public static ContributionsArtifact Artifact { get; } = ContributionsArtifact.Load();

    public static ContractPlace Place { get; } = new(Some.ChainId, Some.Address(9));

    /// <summary>What happens before each question is answered.</summary>
    public Action<RpcCall> OnAsked { get; set; } = _ => { };

    /// <summary>How many logs are told at once.</summary>
    public int MostLogs { get; set; } = 1_000_000;

    public ulong Head => (ulong)_blocks.Count - 1;

    /// <summary>All that the contract told on the chain as it is now, and in which block.</summary>
    public IEnumerable<(ulong Height, ToldEvent Event)> Told => _blocks.SelectMany(block => block.Told, (block, told) => (block.Height, told));

    public ChainNode Node => new(this);

    /// <summary>Another chain takes its place.</summary>
    public void Start(string name)
    {
        _blocks.Clear();
        _blocks.Add(new Block(0, Keccak256.Of("first block of " + name), default, []));
    }

    public void Mine(params IReadOnlyList<ToldEvent> told) =>
        _blocks.Add(new Block((ulong)_blocks.Count, Keccak256.Of($"{_blocks.Count} {_forks} {_blocks[0].Hash}"), _blocks[^1].Hash, told));

    public void MineEmpty(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Mine();
        }
    }

    /// <summary>The last blocks are undone.</summary>
    public void Undo(int count)
    {
        _forks++;
        _blocks.RemoveRange(_blocks.Count - count, count);
    }

    public Hash32 TransactionOf(ulong height, int index) => Keccak256.Of($"transaction {_blocks[(int)height].Hash} {index}");

    public Task<JsonElement> CallAsync(RpcCall question, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        OnAsked(question);
        cancellation.ThrowIfCancellationRequested();
        var answer = Answer(question);
        return Task.FromResult(answer is null ? JsonDocument.Parse("null").RootElement : JsonSerializer.SerializeToElement(answer));
    }

    public Task<IReadOnlyList<RpcReply>> BatchAsync(IReadOnlyList<RpcCall> questions, CancellationToken cancellation) => throw new NotSupportedException();

    private JsonNode? Answer(RpcCall question) => question.Method switch
    {
        "eth_chainId" => Quantity.Of(Some.ChainId),
        "eth_getCode" => "0x" + Convert.ToHexStringLower(Artifact.Runtime.Span),
        "eth_blockNumber" => Quantity.Of(Head),
        "eth_getBlockByNumber" => Number(question.Arguments[0]!) is var height && height <= Head ? Header(_blocks[(int)height]) : null,
        "eth_getLogs" => LogsOf(question.Arguments[0]!),
        _ => throw new ChainException($"no such method: {question.Method}"),
    };

    private JsonArray LogsOf(JsonNode filter)
    {
        var blocks = filter["blockHash"] is { } hash
            ? _blocks.Where(block => block.Hash.ToString() == hash.GetValue<string>())
            : _blocks.Skip((int)Number(filter["fromBlock"]!)).TakeWhile(block => block.Height <= Number(filter["toBlock"]!));
        if (filter["blockHash"] is not null && !blocks.Any())
        {
            throw new ChainException(ChainFault.Other, "unknown block");
        }

        var topics = filter["topics"]![0]!.AsArray().Select(topic => topic!.GetValue<string>()).ToHashSet();
        var logs = blocks.SelectMany(block => block.Told.Select((told, i) => LogOf(block, told, i))).Where(log => topics.Contains(log["topics"]![0]!.GetValue<string>())).Take(MostLogs + 1);
        var told = new JsonArray([.. logs]);
        return told.Count <= MostLogs ? told : throw new ChainException(ChainFault.Other, $"more than {MostLogs} logs");
    }

    private JsonObject LogOf(Block block, ToldEvent told, int index)
    {
        var kind = Artifact.Abi.Event(told.Name);
        var parts = kind.Inputs.Parts.Zip(told.Values).ToArray();
        return new JsonObject
        {
            ["address"] = Place.Contract.ToString(),
            ["topics"] = new JsonArray([.. kind.TopicsFor([.. parts.Where(part => part.First.IsIndexed).Select(part => part.Second)]).Select(topic => JsonValue.Create(topic.ToString()))]),
            ["data"] = "0x" + Convert.ToHexStringLower(
                new AbiTuple([.. parts.Where(part => !part.First.IsIndexed).Select(part => part.First)]).EncodeParts([.. parts.Where(part => !part.First.IsIndexed).Select(part => part.Second)])),
            ["blockNumber"] = Quantity.Of(block.Height),
            ["blockHash"] = block.Hash.ToString(),
            ["transactionHash"] = TransactionOf(block.Height, index).ToString(),
            ["logIndex"] = Quantity.Of(index),
        };
    }

    private static JsonObject Header(Block block) => new()
    {
        ["number"] = Quantity.Of(block.Height),
        ["hash"] = block.Hash.ToString(),
        ["parentHash"] = block.Parent.ToString(),
        ["gasLimit"] = Quantity.Of(30_000_000),
    };

    private static ulong Number(JsonNode text) => ulong.Parse(text.GetValue<string>().AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private sealed record Block(ulong Height, Hash32 Hash, Hash32 Parent, IReadOnlyList<ToldEvent> Told);
}
