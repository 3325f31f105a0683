using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Outboxes;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Sponsored;
using BlockAssist.Chain.Tests.Outboxes;
using BlockAssist.Chain.Tests.Solidity;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Sponsored;

/// <summary>Accounts that never had money, on a real node with the EntryPoint that chains have.</summary>
public sealed class SponsoredOnNodeTests(NodeTools tools)
{
    private const int Contributions = 10;

    private static readonly WaitOptions Wait = new()
    {
        Confirmations = 3,
        FirstWait = TimeSpan.FromMilliseconds(20),
        LongestWait = TimeSpan.FromMilliseconds(200),
        GiveUpAfter = TimeSpan.FromSeconds(60),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(EntryPointVersion.V07)]
    [InlineData(EntryPointVersion.V08)]
    public async Task An_account_that_never_had_money_is_made_by_what_it_submits_and_somebody_else_pays(EntryPointVersion version)
    {
        await tools.DemandAsync();
        using var node = new AnvilNode();
        using var sponsored = await SponsoredOnNode.StartAsync(node, version);
        using var chain = await SwarmOnChain.StartAsync(node, Wait);
        using var owner = Some.Signer(0x61);
        var account = await sponsored.AccountAsync(owner);
        var sender = sponsored.Sender(account);
        await sender.ConnectAsync(Cancellation);
        Assert.Empty(await node.Node.CodeAsync(account.Address, Cancellation));

        await chain.ConfirmAsync(sender, Some.Hash(2));
        var round = (await chain.Contract.CurrentRoundAsync(Cancellation))!;
        SignedUserOperation? signed = null;
        var request = chain.Contract.Submit(SomeWork.Number(1), round.Number, round.Parent) with
        {
            OnSigned = (one, _) =>
            {
                signed = (SignedUserOperation)one;
                return default;
            },
        };
        var outcome = Assert.IsType<Mined>(await sender.WaitAsync(await sender.SendAsync(request, Cancellation), Wait, Cancellation));

        Assert.NotEmpty(await node.Node.CodeAsync(account.Address, Cancellation));
        Assert.Equal(Wei.Zero, await node.Node.BalanceAsync(account.Address, Cancellation));
        Assert.Equal(Wei.Zero, await node.Node.BalanceAsync(owner.Address, Cancellation));
        Assert.True(await chain.Contract.HasAsync(SomeWork.Number(1).IdIn(chain.Contract.Place, account.Address, round.Number, round.Parent), Cancellation));
        Assert.Equal(chain.Contract.Place.Contract, Assert.Single(outcome.Receipt.Logs).Contract);
        Assert.Equal(account.Address, Assert.Single(await chain.SubmittedAsync()).Contributor);
        Assert.Equal(2, sponsored.Sponsor.Promised);
        var hash = await node.Node.CallAsync(new CallRequest(sponsored.EntryPoint.Contract, sponsored.Abi.Function("getUserOpHash").EncodeCall([SmallBundler.Packed(signed!)])), BlockRef.Latest, Cancellation);
        Assert.Equal(signed!.Hash, new Hash32(hash));

        var again = await Assert.ThrowsAsync<ChainException>(() => sender.SendAsync(request, Cancellation));
        Assert.Equal("DuplicateContribution", again.Error!.Name);
    }

    [Fact]
    public async Task What_the_contract_refuses_once_it_is_mined_is_told_in_its_words()
    {
        await tools.DemandAsync();
        using var node = new AnvilNode();
        using var sponsored = await SponsoredOnNode.StartAsync(node);
        using var chain = await SwarmOnChain.StartAsync(node, Wait);
        using var owner = Some.Signer(0x62);
        var sender = sponsored.Sender(await sponsored.AccountAsync(owner));

        // Nobody can estimate what an account does that is not there yet.
        var sent = await sender.SendAsync(chain.Contract.Submit(SomeWork.Number(1), 1, Some.Hash(99)), Cancellation);
        var outcome = Assert.IsType<Reverted>(await sender.WaitAsync(sent, Wait, Cancellation));

        Assert.Equal(("NotAPeer", false), (outcome.Error.Name, outcome.Receipt.IsSuccess));
        Assert.NotEmpty(await node.Node.CodeAsync(sender.Account, Cancellation));
    }

    [Fact]
    public async Task Another_key_is_refused_by_the_entry_point()
    {
        await tools.DemandAsync();
        using var node = new AnvilNode();
        using var sponsored = await SponsoredOnNode.StartAsync(node);
        using var owner = Some.Signer(0x63);
        using var thief = Some.Signer(0x64);
        var account = await sponsored.AccountAsync(owner);
        var sender = sponsored.Sender(new SimpleAccount(thief, EntryPointVersion.V08, account.Address, account.Creation));

        var error = await Assert.ThrowsAsync<ChainException>(() => sender.SendAsync(new TransactionRequest(Some.Address(2), default), Cancellation));

        Assert.Equal(ChainFault.SignatureRefused, error.Fault);
        Assert.Contains("AA24", error.Message, StringComparison.Ordinal);
        Assert.Empty(await node.Node.CodeAsync(account.Address, Cancellation));
    }

    [Fact]
    public async Task Every_contribution_lands_exactly_once_though_questions_and_answers_are_lost()
    {
        await tools.DemandAsync();
        using var node = new AnvilNode();
        using var folder = new TemporaryFolder();
        using var sponsored = await SponsoredOnNode.StartAsync(node);
        using var chain = await SwarmOnChain.StartAsync(node, Wait);
        using var owner = Some.Signer(0x65);
        using var way = new UnreliableWay(seed: 5) { IsCalm = true };
        using var rpc = new HttpJsonRpc(node.Place, way, new RpcOptions { FirstWait = TimeSpan.FromMilliseconds(10) }, TimeProvider.System, new Random(5));
        var asked = new ChainNode(rpc);
        var sender = sponsored.Sender(await sponsored.AccountAsync(owner), asked);
        await chain.ConfirmAsync(sender, Some.Hash(2));
        using var outbox = new Outbox(Path.Combine(folder.Path, "contributions.db"));
        outbox.Add("session", [.. Enumerable.Range(0, Contributions).Select(SomeWork.Number)], DateTimeOffset.UnixEpoch);
        (way.IsCalm, sponsored.Bundler.Chance) = (false, new Random(5));
        var place = chain.Contract.Place;
        var courier = new Courier(
            outbox, new ContributionsContract(asked, place, chain.Artifact), asked, sender,
            new CourierOptions { Wait = Wait, Window = 4, Idle = TimeSpan.FromMilliseconds(30), LongestIdle = TimeSpan.FromMilliseconds(200) }, TimeProvider.System, new Random(5));

        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        end.CancelAfter(TimeSpan.FromMinutes(5));
        while (outbox.Count(place).Landed < Contributions)
        {
            await courier.DeliverAsync(end.Token);
        }

        var told = await chain.SubmittedAsync();
        Assert.Equal(
            Enumerable.Range(0, Contributions).Select(i => SomeWork.Number(i).ContentId.ToString()).Order(StringComparer.Ordinal),
            told.Select(one => new Work((WorkKind)one.Kind, one.Demonstrations, one.Update).ContentId.ToString()).Order(StringComparer.Ordinal));
        Assert.All(told, one => Assert.Equal(sender.Account, one.Contributor));
        Assert.True(sponsored.Bundler.Lost > 5 && way.Happened > 5);
    }
}
