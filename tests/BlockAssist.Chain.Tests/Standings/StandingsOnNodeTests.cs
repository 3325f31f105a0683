using System.Numerics;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Events;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Standings;
using BlockAssist.Chain.Tests.Solidity;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Standings;

/// <summary>Two rounds of the contract on a real node, with a fork at the end: what the index says against what the contract says of itself.</summary>
public sealed class StandingsOnNodeTests(NodeTools tools) : IDisposable
{
    private static readonly ContributionsArtifact Artifact = ContributionsArtifact.Load();
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly Page All = new();
    private static readonly Work Play = new(WorkKind.Session, Some.Hash(1), default);
    private static readonly Work Lease = new(WorkKind.Training, Some.Hash(1), Some.Hash(2));
    private static readonly Work Clip = new(WorkKind.Clips, Some.Hash(3), default);

    private readonly TemporaryFolder _folder = new();
    private AnvilNode _node = null!;
    private ContributionsContract _contract = null!;
    private AccountSender _hub = null!;
    private AccountSender _ada = null!;
    private AccountSender _bob = null!;
    private StandingsIndex _index = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _node?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_index_says_what_the_contract_says_also_after_a_fork()
    {
        await tools.DemandAsync();
        await StartAsync();
        var credits = new CreditTree([(_ada.Account, new Wei(600)), (_bob.Account, new Wei(300)), (_hub.Account, new Wei(50))]);
        Hash32[] first = [await SubmitAsync(_ada, 1, Play), await SubmitAsync(_ada, 1, Lease), await SubmitAsync(_bob, 1, Play)];
        await _node.CallAsync(_bob, "submitBatch", 1, 0, Some.Hash(9), 250);
        await AttestAsync((first[0], true, 7), (first[1], true, 3), (first[2], false, 0));
        await SettleAsync(1, Some.Hash(50), credits);
        await SendAsync(_contract.Claim(1, credits, 0), _bob);
        await SendAsync(_contract.Claim(1, credits, 1), _bob);
        await SendAsync(_contract.Withdraw(), _ada);
        await OpenAsync(Some.Hash(50), new Wei(70));
        var again = await SubmitAsync(_ada, 2, Play, Some.Hash(50));
        var clip = await SubmitAsync(_bob, 2, Clip, Some.Hash(50));
        await AttestAsync((clip, true, 2));
        await SettleAsync(2, Some.Hash(50), new CreditTree([(_bob.Account, new Wei(20))]));
        await _node.CallAsync(_hub, "barPeer", _bob.Account, Some.Hash(77));
        await CheckAsync(2, [.. first, again, clip], credits);
        var before = _index.Standings(new StandingsFilter(), All);
        Assert.Equal([(_ada.Account, 2, 2, 600), (_bob.Account, 2, 1, 300)], before.Players.Select(one => (one.Account, one.Contributions.Sum, one.Accepted, (int)one.Credit.Value)));
        Assert.Equal((true, 1, 1), (before.Players[1].IsBarred, before.Players[1].Rejected, before.Players[1].Batches));

        // The bar, the settlement of the second round and what was said in it just before are undone.
        await _node.TellAsync("anvil_reorg", 3, new JsonArray());
        await _node.TellAsync("evm_mine");

        await CheckAsync(2, [.. first, again, clip], credits);
        Assert.False(_index.Standings(new StandingsFilter(), All).Players[1].IsBarred);
        Assert.Null(_index.Rounds(All).Rounds[0].Settlement);
        await SendAsync(_contract.Claim(1, credits, 2), _ada);
        await CheckAsync(2, [.. first, again, clip], credits);
        Assert.Equal(new Wei(50), _index.Profile(_hub.Account, All).Standing.Credit);
    }

    private async Task StartAsync()
    {
        _node = new AnvilNode();
        (_hub, _ada, _bob) = (_node.Sender(0), _node.Sender(1), _node.Sender(2));
        var made = await SendAsync(new TransactionRequest(null, Artifact.Creation(_hub.Account, new Wei(100), new Wei(10))), _hub);
        _node.Contract = made.Created!.Value;
        _contract = new ContributionsContract(_node.Node, new ContractPlace(AnvilNode.ChainId, _node.Contract), Artifact);
        _index = new StandingsIndex(_folder.File("standings.db"), _contract.Place);
        await SendAsync(_contract.GrantVerifier(_hub.Account), _hub);
        await SendAsync(_contract.PostBond(new Wei(100)), _hub);
        foreach (var (peer, key) in ((AccountSender, Hash32)[])[(_ada, Some.Hash(11)), (_bob, Some.Hash(12))])
        {
            await SendAsync(_contract.ClaimPeer(key, new byte[64]), peer);
            await SendAsync(_contract.ConfirmPeer(peer.Account, key), _hub);
        }

        await OpenAsync(Some.Hash(49), new Wei(1000));
    }

    private async Task CheckAsync(uint rounds, IReadOnlyList<Hash32> contributions, CreditTree credits)
    {
        var options = new StandingsOptions { Feed = new LogFeedOptions { Confirmations = 5, MostBlocks = 7 } };
        var caughtUp = await new StandingsKeeper(_index, _node.Node, Artifact, options, TimeProvider.System).CatchUpAsync(Cancellation);
        Assert.Equal((await _node.Node.HeightAsync(Cancellation), RebuildCause.None), (caughtUp.UpTo.Seen, caughtUp.Rebuilt));
        foreach (var number in Enumerable.Range(1, (int)rounds).Select(number => (uint)number))
        {
            var (told, asked) = (_index.Round(number, All)!, (await _contract.RoundAsync(number, Cancellation))!);
            Assert.Equal((asked.Parent, asked.Phase == RoundPhase.Settled), (told.Round.Parent, told.Round.Settlement is not null));
            Assert.Equal(asked.Pool, told.Round.Settlement is { } settled ? settled.Credited - told.Round.Claimed : told.Round.Pool);
            foreach (var one in told.Contributions)
            {
                await CheckAsync(one);
            }
        }

        Assert.Equal(contributions.Order(Comparer<Hash32>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()))),
            _index.Round(1, All)!.Contributions.Concat(_index.Round(2, All)!.Contributions).Select(one => one.Id)
                .Order(Comparer<Hash32>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()))));
        foreach (var account in (Address[])[_hub.Account, _ada.Account, _bob.Account])
        {
            await CheckAsync(account);
        }

        var claimed = _index.Round(1, All)!.Credits.Select(credit => (int)credit.Line).ToHashSet();
        for (var line = 0; line < credits.Lines.Count; line++)
        {
            Assert.Equal(await _contract.IsClaimedAsync(1, line, Cancellation), claimed.Contains(line));
        }
    }

    private async Task CheckAsync(ToldContribution told)
    {
        var asked = await AskAsync("contributions", told.Id);
        var accepted = told.Verdicts.Where(verdict => verdict.Accepts).ToArray();
        Assert.Equal((Address)asked[0], told.Contributor);
        Assert.Equal(
            asked.Skip(1).Select(value => (int)(BigInteger)value),
            [(int)told.Round, (int)accepted.Sum(verdict => verdict.Score), told.Kind, told.Verdicts.Count, accepted.Length]);
    }

    private async Task CheckAsync(Address account)
    {
        var (profile, peer) = (_index.Profile(account, All), await AskAsync("peers", account));
        var state = (int)(BigInteger)peer[0];
        Assert.Equal((state >= 2 ? new Hash32((byte[])peer[1]) : (Hash32?)null, state == 3), (profile.Standing.Peer, profile.Standing.IsBarred));
        Assert.Equal(await _contract.BalanceAsync(account, Cancellation), profile.Standing.Credit - profile.Withdrawn);
        foreach (var batch in profile.Batches)
        {
            Assert.Equal(new Hash32((byte[])(await AskAsync("batches", batch.Batch))[0]), batch.Root);
        }
    }

    private async Task<Hash32> SubmitAsync(AccountSender peer, uint round, Work work, Hash32? parent = null)
    {
        await SendAsync(_contract.Submit(work, round, parent ?? Some.Hash(49)), peer);
        return work.IdIn(_contract.Place, peer.Account, round, parent ?? Some.Hash(49));
    }

    private async Task AttestAsync(params (Hash32 Id, bool Accepts, int Score)[] verdicts)
    {
        await PassAsync();
        var words = AbiFunction.Parse("verdict(bytes32,address,bool,uint32,bytes32)").Inputs;
        foreach (var (id, accepts, score) in verdicts)
        {
            await _node.CallAsync(_hub, "commitAttestation", id, Keccak256.Of(words.EncodeParts(id, _hub.Account, accepts, score, Some.Hash(5))));
        }

        await PassAsync();
        foreach (var (id, accepts, score) in verdicts)
        {
            await _node.CallAsync(_hub, "revealAttestation", id, accepts, score, Some.Hash(5));
        }
    }

    private async Task SettleAsync(uint round, Hash32 model, CreditTree credits)
    {
        await PassAsync();
        await SendAsync(_contract.SettleRound(round, model, Some.Hash((int)round + 60), credits), _hub);
    }

    private Task<Receipt> OpenAsync(Hash32 parent, Wei pool) => SendAsync(_contract.OpenRound(parent, Hour, Hour, Hour, pool), _hub);

    private Task PassAsync() => _node.TellAsync("evm_increaseTime", (int)Hour.TotalSeconds + 1);

    private async Task<IReadOnlyList<object>> AskAsync(string function, params IReadOnlyList<object> values)
    {
        var asked = Artifact.Abi.Function(function);
        return asked.DecodeResult(await _node.Node.CallAsync(new CallRequest(_node.Contract, asked.EncodeCall(values)), BlockRef.Latest, Cancellation));
    }

    private Task<Receipt> SendAsync(TransactionRequest request, AccountSender sender) => _node.SendAsync(sender, request);
}
