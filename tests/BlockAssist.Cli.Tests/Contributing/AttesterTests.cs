using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger;
using BlockAssist.Chain.Standings;
using BlockAssist.Chain.Values;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Tests.Swarm;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using Serilog.Core;

namespace BlockAssist.Cli.Tests.Contributing;

/// <summary>A hub says on the chain what its records say of what its peers contributed, first in secret; and peers claim what it credits them by a file whose digest is on the chain.</summary>
public sealed class AttesterTests : IDisposable
{
    private const string Network = "friends";
    private static readonly RoundTimes Times = RoundTimes.Of(TimeSpan.FromDays(1), hasVerifiers: true);

    private readonly TemporaryFolder _folder = new();
    private readonly MovedClock _clock = new();
    private readonly NodeKeys _hub = Keys();
    private readonly NodeKeys _ada = Keys();
    private readonly List<IDisposable> _open = [];
    private readonly EnvelopeWriter _spoken;

    public AttesterTests() => _spoken = new EnvelopeWriter(_hub.Identity, new NetworkId(Network), MessageKinds.FromHub, TimeProvider.System);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ChainFolder Folder => ChainFolder.Of(Home);

    private NodeHome Home => new(_folder.Path);

    private SwarmFolder Adas => SwarmFolder.Of(new NodeHome(_folder.File("ada")));

    private SignedRecords Records => new(SwarmFolder.Of(Home), _hub.Identity.Id, _hub.Identity.Id, new NetworkId(Network));

    public void Dispose()
    {
        _open.ForEach(one => one.Dispose());
        _hub.Dispose();
        _ada.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_the_records_have_is_accepted_with_its_worth_and_what_they_have_not_is_refused_and_of_sessions_nothing_is_said()
    {
        var (chain, hub, ada) = await LedgerAsync();
        Keep(1, credit: 2.5);
        var round = await OpenAsync(chain, hub);
        var (record, model) = EvidenceOf(1);
        var trained = new Work(WorkKind.Training, record, model);
        await SubmitAsync(chain, ada, round, trained, new Work(WorkKind.Training, record, record), new Work(WorkKind.Verifying, record, default), new Work(WorkKind.Session, record, default));

        _clock.Now += Times.Submit;
        await AttestAsync(chain, hub);
        var secret = await ToldAsync(chain);
        _clock.Now += Times.Attest;

        // Another process, as after a crash: it knows what was said from the file alone.
        await AttestAsync(chain, hub);
        await AttestAsync(chain, hub);

        var told = await ToldAsync(chain);
        Assert.All(secret, one => Assert.Empty(one.Verdicts));
        Assert.Equal(4, told.Count);
        foreach (var one in told)
        {
            var isTrue = one.Update == model;
            (bool, uint)[] expected = (WorkKind)one.Kind == WorkKind.Session ? [] : [(isTrue, isTrue ? 2500U : 0)];
            Assert.Equal(expected, one.Verdicts.Select(verdict => (verdict.Accepts, verdict.Score)));
        }
    }

    [Fact]
    public async Task Who_does_not_speak_for_the_peer_of_a_record_is_not_accepted_for_it()
    {
        var (chain, hub, ada) = await LedgerAsync();
        using var eve = Keys();
        Keep(1, credit: 1, peer: eve.Identity.Id);
        var round = await OpenAsync(chain, hub);
        var (record, model) = EvidenceOf(1);
        await SubmitAsync(chain, ada, round, new Work(WorkKind.Training, record, model));

        await AttestInTurnAsync(chain, hub);

        Assert.False(Assert.Single(Assert.Single(await ToldAsync(chain)).Verdicts).Accepts);
    }

    [Fact]
    public async Task What_cannot_be_shown_since_the_file_is_damaged_is_told_and_settles_nothing()
    {
        var (chain, hub, ada) = await LedgerAsync();
        Keep(1, credit: 1);
        var round = await OpenAsync(chain, hub);
        var (record, model) = EvidenceOf(1);
        await SubmitAsync(chain, ada, round, new Work(WorkKind.Training, record, model));
        _clock.Now += Times.Submit;
        await AttestAsync(chain, hub);
        await File.WriteAllTextAsync(Folder.VerdictsOn(chain.Contract.Place, 1), "[]", Cancellation);
        _clock.Now += Times.Attest;

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => AttestAsync(chain, hub));

        Assert.Contains("1.json is damaged", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_peer_claims_its_line_by_the_file_whose_digest_is_on_the_chain_and_by_no_other()
    {
        var (chain, hub, ada) = await LedgerAsync();
        for (var number = 1UL; number <= 60; number++)
        {
            Keep(number, credit: 10);
        }

        var keeper = new RoundKeeper(chain.Contract, hub, Times, _clock)
        {
            Model = () => default,
            Credits = new SwarmCredits(Folder, Records, chain.Contract, Wei.ParseEther("0.001")),
            Pool = Wei.ParseEther("100"),
        };
        await keeper.KeepAsync(Cancellation);
        _clock.Now += TimeSpan.FromDays(1);
        await keeper.KeepAsync(Cancellation);
        var file = Folder.SettlementOf(chain.Contract.Place, 1);
        var right = await File.ReadAllBytesAsync(file, Cancellation);
        await File.WriteAllTextAsync(file, System.Text.Encoding.UTF8.GetString(right).Replace(_ada.Account.Address.ToString(), _hub.Account.Address.ToString(), StringComparison.Ordinal), Cancellation);

        var byAnother = await ClaimsOf(chain, ada).ClaimAsync(Cancellation);
        await File.WriteAllBytesAsync(file, right, Cancellation);
        var (first, again) = (await ClaimsOf(chain, ada).ClaimAsync(Cancellation), await ClaimsOf(chain, ada).ClaimAsync(Cancellation));

        Assert.Equal((0, 1, 0), (byAnother, first, again));
        Assert.Equal(Wei.ParseEther("0.11"), await chain.Contract.BalanceAsync(_ada.Account.Address, Cancellation));
    }

    private static NodeKeys Keys()
    {
        using var phrase = RecoveryPhrase.Create();
        return NodeKeys.Of(phrase);
    }

    private async Task<(ChainConnection Chain, ChainActs Hub, ChainActs Ada)> LedgerAsync()
    {
        Directory.CreateDirectory(Folder.Path);
        var ledger = await EmbeddedLedger.CreateAsync(Folder.Ledger, new LedgerGenesis { Founder = _hub.Account.Address }, _hub.Account, _clock, Cancellation);
        var chain = ChainConnection.To(ledger, _clock);
        _open.Add(chain);
        var (hub, ada) = (new ChainActs(chain.SenderOf(_hub.Account, Folder), chain.Wait), new ChainActs(chain.SenderOf(_ada.Account, Folder), chain.Wait));
        await new ContractSetup(chain.Contract, hub).BecomeVerifierAsync(Cancellation);
        await new ContractSetup(chain.Contract, ada).JoinAsync(_ada.Identity, Cancellation);
        Assert.Equal(1, await new BindingVerifier(chain.Node, chain.Contract, hub).ConfirmAsync(Cancellation));
        return (chain, hub, ada);
    }

    private async Task<ChainRound> OpenAsync(ChainConnection chain, ChainActs hub) =>
        await new RoundKeeper(chain.Contract, hub, Times, _clock) { Model = () => default }.KeepAsync(Cancellation);

    private static Task SubmitAsync(ChainConnection chain, ChainActs who, ChainRound round, params Work[] works) =>
        who.DoAllAsync("submitting", works.Select(work => chain.Contract.Submit(work, round.Number, round.Parent)), Cancellation);

    private async Task AttestInTurnAsync(ChainConnection chain, ChainActs hub)
    {
        _clock.Now += Times.Submit;
        await AttestAsync(chain, hub);
        _clock.Now += Times.Attest;
        await AttestAsync(chain, hub);
    }

    private async Task AttestAsync(ChainConnection chain, ChainActs hub) =>
        await new Attester(Folder, chain.Contract, Standings(chain), hub, new RecordJudge(Records, chain.Contract)).KeepAsync((await chain.Contract.CurrentRoundAsync(Cancellation))!, Cancellation);

    private async Task<IReadOnlyList<ToldContribution>> ToldAsync(ChainConnection chain) => (await Standings(chain).CatchUpAsync(Cancellation)).Round(1, new Page())!.Contributions;

    private CreditClaims ClaimsOf(ChainConnection chain, ChainActs who) => new(Folder, chain.Contract, Standings(chain), who, hub: null, Logger.None);

    private ChainStandings Standings(ChainConnection chain) => new(Folder, chain, Logger.None, _clock);

    private void Keep(ulong round, double credit, PeerId? peer = null)
    {
        var who = peer ?? _ada.Identity.Id;
        var record = SomeRecord.Of(round, new CreditLine(who, CreditReason.Verified, credit, 10, 100, 0.5, 1), who);

        // Each is told of it in an envelope of its own.
        SomeRecord.Write(SwarmFolder.Of(Home).RecordOf(round), record, _spoken);
        SomeRecord.Write(Adas.RecordOf(round), record, _spoken);
    }

    // By which the peer tells of it, from its own copy.
    private (Hash32 Record, Hash32 Model) EvidenceOf(ulong round)
    {
        Assert.NotEqual(File.ReadAllBytes(SwarmFolder.Of(Home).RecordOf(round)), File.ReadAllBytes(Adas.RecordOf(round)));
        var (record, digest) = new SignedRecords(Adas, _ada.Identity.Id, _hub.Identity.Id, new NetworkId(Network)).Read(round)!.Value;
        return (digest, Hash32.Parse("0x" + record.Model));
    }

    private sealed class MovedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
