using System.Text.Json;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Tests.Solidity;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Ledger;

/// <summary>The ledger, and a real node with the real contract at the same address of the same chain: whatever both are told, they must say the same.</summary>
internal sealed class TwinChains : IDisposable
{
    private const int People = 8;

    private static readonly ContributionsArtifact Artifact = ContributionsArtifact.Load();

    private readonly SomeLedger _ledger;
    private readonly AnvilNode _node;

    private TwinChains(SomeLedger ledger, AnvilNode node)
    {
        (_ledger, _node) = (ledger, node);
        Everybody = [.. Enumerable.Range(1, People).Select(i => new Person(Some.Signer((byte)i), ledger.Place.ChainId))];
    }

    public ContractAbi Abi { get; } = Artifact.Abi;

    public ContractPlace Place => _ledger.Place;

    /// <summary>The first is the admin.</summary>
    public IReadOnlyList<Person> Everybody { get; }

    public ulong Time => _ledger.Clock.Seconds;

    /// <summary>How often what was called did what it asked, by function.</summary>
    public Dictionary<string, int> Taken { get; } = [];

    /// <summary>How often both refused, by the error; without a name where there was no reason.</summary>
    public Dictionary<string, int> Refused { get; } = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<TwinChains> StartAsync()
    {
        var ledger = await SomeLedger.CreateAsync();
        var node = new AnvilNode(ledger.Place.ChainId, "--base-fee", "0", "--gas-price", "0", "--timestamp", $"{ledger.Clock.Seconds}");
        var twins = new TwinChains(ledger, node);
        var (genesis, founder) = (ledger.Ledger.Genesis, twins.Everybody[0]);
        await node.TellAsync("anvil_setBalance", founder.Address.ToString(), Quantity.Of(genesis.Money.Value));
        await node.TellAsync("evm_setNextBlockTimestamp", ++ledger.Clock.Seconds);
        await SendAsync(node.Rpc, founder.Sign(null, Artifact.Creation(founder.Address, genesis.LeastBond, genesis.SilencePenalty)));

        // The ledger has its contract from the beginning: another transaction, so that blocks have the same numbers.
        var filler = new Person(Some.Signer(99), ledger.Place.ChainId);
        await SendAsync(ledger.Ledger, filler.Sign(filler.Address, default));
        return twins;
    }

    public void Pass(ulong seconds) => _ledger.Clock.Seconds += seconds;

    /// <summary>Asks both the same without a transaction, as of the block to come.</summary>
    public async Task<string> AskAsync(Address from, ReadOnlyMemory<byte> data, Wei value = default)
    {
        await _node.TellAsync("evm_setNextBlockTimestamp", Time);
        var question = new CallRequest(Place.Contract, data, from, value).ToJson();
        var told = await AnswerAsync(_ledger.Ledger, new RpcCall("eth_call", question.DeepClone(), "pending"));
        Assert.Equal(await AnswerAsync(_node.Rpc, new RpcCall("eth_call", question.DeepClone(), "pending")), told);
        return told;
    }

    /// <summary>Sends both the same, after asking what would come of it.</summary>
    /// <returns>Whether it did what it asked, and what was told.</returns>
    public async Task<(bool IsSuccess, IReadOnlyList<EventLog> Logs)> TellAsync(Person person, ReadOnlyMemory<byte> data, Wei value = default, Address? to = null)
    {
        Pass(1);
        var asked = to is null ? await AskAsync(person.Address, data, value) : "0x";
        await _node.TellAsync("evm_setNextBlockTimestamp", Time);
        var signed = person.Sign(to ?? Place.Contract, data, value);
        var told = await SendAsync(_ledger.Ledger, signed);
        Assert.Equal(Shown(await SendAsync(_node.Rpc, signed)), Shown(told));
        Assert.Equal(to is not null || !asked.StartsWith("refused", StringComparison.Ordinal), told.IsSuccess);
        if (told.IsSuccess && to is null && Selector.At(data.Span) is { } selector)
        {
            var name = Abi.Functions.First(function => function.Selector == selector).Name;
            Taken[name] = Taken.GetValueOrDefault(name) + 1;
        }

        if (!told.IsSuccess)
        {
            var name = Artifact.Errors.Read(Hex.Read(asked.AsSpan("refused ".Length))).Name;
            Refused[name] = Refused.GetValueOrDefault(name) + 1;
        }

        return (told.IsSuccess, told.Logs);
    }

    /// <summary>Asks both many things at once, as they are after the last block.</summary>
    public async Task CompareAsync(IReadOnlyList<byte[]> calls, IEnumerable<Address> accounts)
    {
        await _node.TellAsync("evm_setNextBlockTimestamp", Time);
        RpcCall[] questions =
        [
            .. calls.Select(call => new RpcCall("eth_call", new CallRequest(Place.Contract, call).ToJson(), "pending")),
            .. accounts.SelectMany(account => (RpcCall[])
            [
                new RpcCall("eth_getBalance", account.ToString(), "latest"), new RpcCall("eth_getTransactionCount", account.ToString(), "latest"),
            ]),
            new RpcCall("eth_blockNumber"),
        ];
        var expected = await _node.Rpc.BatchAsync(questions, Cancellation);
        var told = await _ledger.Ledger.BatchAsync([.. questions.Select(question => new RpcCall(question.Method, [.. question.Arguments.Select(argument => argument?.DeepClone())]))], Cancellation);
        for (var i = 0; i < questions.Length; i++)
        {
            Assert.Equal((i, TextOf(expected[i])), (i, TextOf(told[i])));
        }
    }

    public void Dispose()
    {
        _node.Dispose();
        _ledger.Dispose();
    }

    private static async Task<string> AnswerAsync(IJsonRpc rpc, RpcCall question) => TextOf((await rpc.BatchAsync([question], Cancellation))[0]);

    private static string TextOf(RpcReply reply) => reply.Error is null ? reply.Result.GetString()!
        : reply.Error.Error is { } reason ? $"refused {Hex.Of(reason.Raw.Span)}"
        : $"refused: {reply.Error.Fault}";

    private static string Shown(Receipt receipt) => JsonSerializer.Serialize(new
    {
        receipt.Transaction,
        receipt.Height,
        receipt.IsSuccess,
        Fee = receipt.Fee.ToString(),
        Logs = receipt.Logs.Select(log => $"{log.Contract} {string.Join(' ', log.Topics)} {Hex.Of(log.Data.Span)} {log.Index}"),
    });

    private static async Task<Receipt> SendAsync(IJsonRpc rpc, SignedTransaction signed)
    {
        var node = new ChainNode(rpc);
        await node.SendAsync(signed, Cancellation);
        for (; ; )
        {
            if (await node.ReceiptAsync(signed.Hash, Cancellation) is { } receipt)
            {
                return receipt;
            }
        }
    }
}
