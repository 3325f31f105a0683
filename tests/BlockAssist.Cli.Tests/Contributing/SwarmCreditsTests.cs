using System.Globalization;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Ledger;
using BlockAssist.Chain.Values;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Cli.Tests.Swarm;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Contributing;

/// <summary>What the records of a swarm credit gets to accounts, once, when nobody can lose it any more.</summary>
public sealed class SwarmCreditsTests : IDisposable
{
    private const string Network = "friends";
    private static readonly Wei Pool = Wei.ParseEther("100");

    private readonly TemporaryFolder _folder = new();
    private readonly MovedClock _clock = new();
    private readonly NodeKeys _hub = Keys();
    private readonly NodeKeys _ada = Keys();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private ChainFolder Folder => ChainFolder.Of(new NodeHome(_folder.Path));

    private ContractPlace Place { get; set; } = new(0, default);

    private SwarmFolder Swarm => SwarmFolder.Of(new NodeHome(_folder.Path));

    public void Dispose()
    {
        _hub.Dispose();
        _ada.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_is_free_is_credited_once_and_the_rest_when_it_is_free()
    {
        using var chain = await LedgerAsync();
        await JoinAsync(chain);
        Keep(1, 60);
        await TurnAsync(chain);
        await TurnAsync(chain);

        // After round 60, rounds up to 11 can no longer be lost: 48 more have passed.
        Assert.Equal(Credits(11 * 10), await chain.Contract.BalanceAsync(_ada.Account.Address, Cancellation));
        Keep(61, 63);
        await TurnAsync(chain);
        await TurnAsync(chain);

        Assert.Equal(Credits(14 * 10), await chain.Contract.BalanceAsync(_ada.Account.Address, Cancellation));
        var settled = Settlement.In(Folder.SettlementOf(Place, 1))!.Value;
        Assert.Equal((60, 1), (settled.Settlement.Records.Count, settled.Settlement.Lines.Count));
        Assert.Equal([61UL, 62, 63], Settlement.In(Folder.SettlementOf(Place, 3))!.Value.Settlement.Records.Select(record => record.Round));
    }

    [Fact]
    public async Task Who_has_no_account_yet_is_credited_when_it_has()
    {
        using var chain = await LedgerAsync();
        Keep(1, 60);
        await TurnAsync(chain);
        Assert.Empty(Settlement.In(Folder.SettlementOf(Place, 1))!.Value.Settlement.Lines);

        await JoinAsync(chain);
        await TurnAsync(chain);
        await TurnAsync(chain);

        Assert.Equal(Credits(110), await chain.Contract.BalanceAsync(_ada.Account.Address, Cancellation));
    }

    [Fact]
    public async Task What_was_written_down_before_a_crash_is_what_is_settled()
    {
        using var chain = await LedgerAsync();
        await JoinAsync(chain);
        Keep(1, 60);
        var acts = ActsOf(chain);
        await KeeperOf(chain, acts).KeepAsync(Cancellation);
        var round = (await chain.Contract.CurrentRoundAsync(Cancellation))!;
        var (_, digest) = await CreditsOf(chain).OfAsync(round, Cancellation);
        Keep(61, 70);

        _clock.Now += TimeSpan.FromDays(2);
        await KeeperOf(chain, acts).KeepAsync(Cancellation);

        Assert.Equal(digest, Settlement.In(Folder.SettlementOf(Place, 1))!.Value.Digest);
        Assert.Equal(Credits(110), await chain.Contract.BalanceAsync(_ada.Account.Address, Cancellation));
    }

    [Fact]
    public async Task A_damaged_settlement_is_told_and_nothing_is_paid_twice_for_it()
    {
        using var chain = await LedgerAsync();
        await JoinAsync(chain);
        Keep(1, 60);
        await TurnAsync(chain);
        await TurnAsync(chain);
        await File.WriteAllTextAsync(Folder.SettlementOf(Place, 1), "{", Cancellation);

        _clock.Now += TimeSpan.FromDays(2);
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => KeeperOf(chain, ActsOf(chain)).KeepAsync(Cancellation));

        Assert.Contains("1.json is damaged", error.Message, StringComparison.Ordinal);
        Assert.Equal(Credits(110), await chain.Contract.BalanceAsync(_ada.Account.Address, Cancellation));
    }

    private static NodeKeys Keys()
    {
        using var phrase = RecoveryPhrase.Create();
        return NodeKeys.Of(phrase);
    }

    private static Wei Credits(int count) => Wei.ParseEther((count / 1000.0).ToString(CultureInfo.InvariantCulture));

    private async Task<ChainConnection> LedgerAsync()
    {
        Directory.CreateDirectory(Folder.Path);
        var ledger = await EmbeddedLedger.CreateAsync(Folder.Ledger, new LedgerGenesis { Founder = _hub.Account.Address }, _hub.Account, _clock, Cancellation);
        Place = ledger.Place;
        return ChainConnection.To(ledger, _clock);
    }

    private async Task JoinAsync(ChainConnection chain)
    {
        var acts = ActsOf(chain);
        await new ContractSetup(chain.Contract, acts).BecomeVerifierAsync(Cancellation);
        await new ContractSetup(chain.Contract, new ChainActs(chain.SenderOf(_ada.Account, Folder), chain.Wait)).JoinAsync(_ada.Identity, Cancellation);
        Assert.Equal(1, await new BindingVerifier(chain.Node, chain.Contract, acts).ConfirmAsync(Cancellation));
    }

    // The same sender each time: it holds a lock.
    private ChainActs ActsOf(ChainConnection chain) => _acts ??= new ChainActs(chain.SenderOf(_hub.Account, Folder), chain.Wait);

    private ChainActs? _acts;

    private async Task TurnAsync(ChainConnection chain)
    {
        await KeeperOf(chain, ActsOf(chain)).KeepAsync(Cancellation);
        _clock.Now += TimeSpan.FromDays(2);
        await KeeperOf(chain, ActsOf(chain)).KeepAsync(Cancellation);
    }

    private RoundKeeper KeeperOf(ChainConnection chain, ChainActs acts) =>
        new(chain.Contract, acts, RoundTimes.Of(TimeSpan.FromDays(1), hasVerifiers: false), _clock) { Model = () => default, Credits = CreditsOf(chain), Pool = Pool, ClaimsForAll = true };

    private SwarmCredits CreditsOf(ChainConnection chain) => new(Folder, new SignedRecords(Swarm, _hub.Identity.Id, _hub.Identity.Id, new NetworkId(Network)), chain.Contract, Wei.ParseEther("0.001"));

    private void Keep(ulong from, ulong to)
    {
        for (var round = from; round <= to; round++)
        {
            var line = new CreditLine(_ada.Identity.Id, CreditReason.Verified, 10, 10, 100, 0.5, 1);
            SomeRecord.Write(Swarm.RecordOf(round), SomeRecord.Of(round, line, _ada.Identity.Id), _hub.Identity, Network);
        }
    }

    private sealed class MovedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
