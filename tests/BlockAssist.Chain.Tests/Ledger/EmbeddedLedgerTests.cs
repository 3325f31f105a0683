using System.Text.Json;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Ledger;

/// <summary>What the ledger takes, refuses and answers, asked as a node is asked.</summary>
public sealed class EmbeddedLedgerTests
{
    private static readonly ContributionsArtifact Artifact = ContributionsArtifact.Load();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_begins_with_the_contract_where_its_founder_would_have_made_it()
    {
        using var some = await SomeLedger.CreateAsync();
        var founder = some.Person(1).Address;

        await new ContributionsContract(some.Node, some.Place, Artifact).CheckAsync(Cancellation);

        var granted = await some.Node.LogsAsync(new LogFilter(some.Place.Contract, [Artifact.Abi.Event("RoleGranted").Topic]), 0, 0, Cancellation);
        Assert.Equal(CreatedContract.AddressOf(founder, 0), some.Place.Contract);
        Assert.Equal((1UL, some.Ledger.Genesis.Money), (await some.Node.NonceAsync(founder, BlockRef.Latest, Cancellation), await some.Node.BalanceAsync(founder, Cancellation)));
        Assert.Equal(4, granted.Count);
        Assert.InRange(LedgerGenesis.DrawChainId(), 4_000_000_000_000_000UL, 4_499_999_999_999_999UL);
    }

    [Fact]
    public async Task The_same_transaction_twice_is_once()
    {
        using var some = await SomeLedger.CreateAsync();
        var signed = some.Person(1).Sign(Some.Address(9), default, new Wei(5));
        await some.Node.SendAsync(signed, Cancellation);

        var again = await Assert.ThrowsAsync<ChainException>(() => some.Node.SendAsync(signed, Cancellation));
        some.Reopen();
        var later = await Assert.ThrowsAsync<ChainException>(() => some.Node.SendAsync(signed, Cancellation));

        Assert.Equal((ChainFault.AlreadyKnown, ChainFault.AlreadyKnown), (again.Fault, later.Fault));
        Assert.Equal((1UL, new Wei(5)), (await some.Node.HeightAsync(Cancellation), await some.Node.BalanceAsync(Some.Address(9), Cancellation)));
    }

    [Fact]
    public async Task What_is_no_transaction_of_its_turn_is_in_no_block()
    {
        using var some = await SomeLedger.CreateAsync();
        var (founder, poor) = (some.Person(1), some.Person(2));
        var elsewhere = new Person(Some.Signer(1), some.Place.ChainId + 1) { Nonce = 1 };

        Assert.Equal(ChainFault.NonceTooLow, await FaultOfAsync(some, founder.Sign(Some.Address(9), default, nonce: 0)));
        Assert.Equal(ChainFault.NonceGap, await FaultOfAsync(some, founder.Sign(Some.Address(9), default, nonce: 2)));
        Assert.Equal(ChainFault.WrongChain, await FaultOfAsync(some, elsewhere.Sign(Some.Address(9), default)));
        Assert.Equal(ChainFault.InsufficientFunds, await FaultOfAsync(some, poor.Sign(Some.Address(9), default, new Wei(1))));
        Assert.Equal(ChainFault.Other, await FaultOfAsync(some, founder.Sign(null, new byte[] { 1 }, nonce: 1)));
        Assert.Equal(ChainFault.Other, await FaultOfAsync(some, founder.Sign(Some.Address(9), new byte[128 * 1024], nonce: 1)));
        Assert.Equal(0UL, await some.Node.HeightAsync(Cancellation));
    }

    [Fact]
    public async Task A_refused_call_is_told_beforehand_and_mined_without_a_trace_when_it_is_sent_all_the_same()
    {
        using var some = await SomeLedger.CreateAsync();
        var stranger = some.Person(2);
        var data = Artifact.Abi.Function("pause").EncodeCall();
        var request = new CallRequest(some.Place.Contract, data, stranger.Address);
        var signed = stranger.Sign(some.Place.Contract, data);

        var estimated = await Assert.ThrowsAsync<ChainException>(() => some.Node.EstimateGasAsync(request, Cancellation));
        var asked = await Assert.ThrowsAsync<ChainException>(() => some.Node.CallAsync(request, BlockRef.Latest, Cancellation));
        await some.Node.SendAsync(signed, Cancellation);

        var receipt = await some.Node.ReceiptAsync(signed.Hash, Cancellation);
        Assert.Equal((ChainFault.Reverted, ChainFault.Reverted), (estimated.Fault, asked.Fault));
        Assert.Equal("AccessControlUnauthorizedAccount", Artifact.Errors.Read(asked.Error!.Raw).Name);
        Assert.Equal((false, 0, 1UL), (receipt!.IsSuccess, receipt.Logs.Count, receipt.Height));
        Assert.Equal(1UL, await some.Node.NonceAsync(stranger.Address, BlockRef.Latest, Cancellation));
    }

    [Fact]
    public async Task Money_only_moves()
    {
        using var some = await SomeLedger.CreateAsync();
        var chance = new Random(4);
        Person[] people = [.. Enumerable.Range(1, 5).Select(i => some.Person((byte)i))];
        await some.TellAsync(people[0], "grantRole", Keccak256.Of("VERIFIER_ROLE"), people[1].Address);
        for (var i = 0; i < 60; i++)
        {
            var who = people[chance.Next(people.Length)];
            var value = Wei.Min(new Wei(chance.Next(1000)), await some.Node.BalanceAsync(who.Address, Cancellation));
            var (to, data) = chance.Next(3) switch
            {
                0 => (some.Place.Contract, Artifact.Abi.Function("postBond").EncodeCall()),
                1 => (some.Place.Contract, Artifact.Abi.Function("openRound").EncodeCall(default(Hash32), 0, 0, 0)),
                _ => (people[chance.Next(people.Length)].Address, []),
            };
            await some.Node.SendAsync(who.Sign(to, data, value), Cancellation);

            var all = Wei.Zero;
            foreach (var account in (Address[])[some.Place.Contract, .. people.Select(person => person.Address)])
            {
                all += await some.Node.BalanceAsync(account, Cancellation);
            }

            Assert.Equal(some.Ledger.Genesis.Money, all);
        }

        Assert.NotEqual(Wei.Zero, await some.Node.BalanceAsync(some.Place.Contract, Cancellation));
    }

    [Fact]
    public async Task Counts_of_older_blocks_are_known_but_not_what_the_contract_was_then()
    {
        using var some = await SomeLedger.CreateAsync();
        var founder = some.Person(1);
        for (var i = 0; i < 3; i++)
        {
            await some.Node.SendAsync(founder.Sign(Some.Address(9), default), Cancellation);
        }

        var counts = new List<ulong>();
        for (var height = 0UL; height <= 3; height++)
        {
            counts.Add(await some.Node.NonceAsync(founder.Address, BlockRef.At(height), Cancellation));
        }

        var error = await Assert.ThrowsAsync<ChainException>(() =>
            some.Node.CallAsync(new CallRequest(some.Place.Contract, Artifact.Abi.Function("paused").EncodeCall()), BlockRef.At(2), Cancellation));
        Assert.Equal([1UL, 2, 3, 4], counts);
        Assert.Contains("the state after block 2 is not kept", error.Message, StringComparison.Ordinal);
        Assert.False(error.IsPassing);
    }

    [Fact]
    public async Task Time_goes_on_without_transactions_and_never_back()
    {
        using var some = await SomeLedger.CreateAsync();
        var founder = some.Person(1);
        var contract = new ContributionsContract(some.Node, some.Place, Artifact);
        await some.TellAsync(founder, "openRound", Keccak256.Of("parent"), 100, 100, 100);
        var began = some.Clock.Seconds;

        some.Clock.Seconds = began + 150;
        var later = await contract.RoundAsync(1, Cancellation);
        await some.Node.SendAsync(founder.Sign(Some.Address(9), default), Cancellation);
        some.Clock.Seconds = began;
        var back = await contract.RoundAsync(1, Cancellation);
        await some.Node.SendAsync(founder.Sign(Some.Address(9), default), Cancellation);

        Assert.Equal((RoundPhase.Attest, RoundPhase.Attest), (later!.Phase, back!.Phase));
        Assert.Equal(began + 150, await TimeOfAsync(some, 3));
        Assert.Equal(3UL, EmbeddedLedger.Verify(some.Path, Cancellation).Height);
    }

    [Fact]
    public async Task Many_ask_and_send_at_once()
    {
        using var some = await SomeLedger.CreateAsync();
        var filter = new LogFilter(some.Place.Contract, []);
        var sends = Enumerable.Range(2, 8).Select(key => Task.Run(
            async () =>
            {
                var person = some.Person((byte)key);
                for (var i = 0; i < 5; i++)
                {
                    await some.TellAsync(person, "registerPeer", $"peer {key}.{i}");
                    Assert.Equal((ulong)i + 1, await some.Node.NonceAsync(person.Address, BlockRef.Pending, Cancellation));
                    await some.Node.LogsAsync(filter, 0, 100, Cancellation);
                }
            },
            Cancellation));

        await Task.WhenAll(sends);

        Assert.Equal(40UL, EmbeddedLedger.Verify(some.Path, Cancellation).Height);
    }

    [Theory]
    [InlineData("eth_mining")]
    [InlineData("eth_getBalance")]
    [InlineData("eth_getBalance", "0x12", "latest")]
    [InlineData("eth_getBalance", "0x0909090909090909090909090909090909090909", "yesterday")]
    [InlineData("eth_sendRawTransaction", "0x02")]
    [InlineData("eth_sendRawTransaction", "02")]
    [InlineData("eth_call", "latest", "latest")]
    [InlineData("eth_getBlockByNumber", "0x10000000000000000")]
    [InlineData("eth_getTransactionReceipt", "0x1234")]
    public async Task Other_questions_are_refused(string method, params string[] arguments)
    {
        using var some = await SomeLedger.CreateAsync();

        await Assert.ThrowsAsync<ChainException>(() => some.Ledger.CallAsync(new RpcCall(method, [.. arguments.Select(argument => (JsonNode?)argument)]), Cancellation));
    }

    [Fact]
    public async Task Several_questions_have_an_answer_each_in_their_order()
    {
        using var some = await SomeLedger.CreateAsync();

        var replies = await some.Ledger.BatchAsync([new RpcCall("eth_blockNumber"), new RpcCall("eth_none"), new RpcCall("eth_getBlockByNumber", "0x5", false)], Cancellation);

        Assert.Equal("0x0", replies[0].Need().GetString());
        Assert.NotNull(replies[1].Error);
        Assert.Equal(JsonValueKind.Null, replies[2].Need().ValueKind);
    }

    private static async Task<ulong> TimeOfAsync(SomeLedger some, ulong block) => Quantity.ReadUInt64(
        (await some.Ledger.CallAsync(new RpcCall("eth_getBlockByNumber", Quantity.Of(block), true), Cancellation)).GetProperty("timestamp").GetString());

    private static async Task<ChainFault> FaultOfAsync(SomeLedger some, SignedTransaction signed) =>
        (await Assert.ThrowsAsync<ChainException>(() => some.Node.SendAsync(signed, Cancellation))).Fault;
}
