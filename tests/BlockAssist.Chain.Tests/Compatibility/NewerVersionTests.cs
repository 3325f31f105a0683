using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Keystores;
using BlockAssist.Chain.Ledger;
using BlockAssist.Chain.Ledger.Files;
using BlockAssist.Chain.Outboxes;
using BlockAssist.Chain.Rlp;
using BlockAssist.Chain.Standings;
using BlockAssist.Chain.Tests.Ledger;
using BlockAssist.Chain.Tests.Outboxes;
using BlockAssist.Chain.Tests.Standings;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Compatibility;

/// <summary>What a later version keeps of contributions is refused in one wording, and left as it is.</summary>
public sealed class NewerVersionTests : IDisposable
{
    private static readonly ContractPlace Here = new(Some.ChainId, Some.Address(9));

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_keystore_is_refused_and_no_password_tried()
    {
        using var signer = Some.Signer(1);
        var file = new KeystoreFile(_folder.File("chain.json"));
        file.Save(signer, "throwaway", ScryptCost.Least);
        File.WriteAllText(file.Path, File.ReadAllText(file.Path).Replace("\"version\": 3", "\"version\": 4", StringComparison.Ordinal));
        var before = Newer.Around(file.Path);

        Newer.IsRefused(file.Path, "keystores", () => file.Open("throwaway"), found: 4, newest: 3);
        Newer.IsRefused(file.Path, "keystores", () => file.ReadAddress(), found: 4, newest: 3);

        Assert.Throws<KeystoreException>(() => file.Save(signer, "throwaway", ScryptCost.Least));
        Assert.Equal(before, Newer.Around(file.Path));
    }

    [Fact]
    public async Task A_ledger_is_refused_and_nothing_cut_off()
    {
        using var some = await SomeLedger.CreateAsync();
        some.Ledger.Dispose();
        var later = await LaterAsync(some);

        Newer.IsLeftAlone(
            later,
            "ledgers",
            () => EmbeddedLedger.Open(later, some.Sealer, some.Clock),
            () => EmbeddedLedger.OpenForReading(later, some.Clock),
            () => EmbeddedLedger.Verify(later, Cancellation));
    }

    [Fact]
    public void An_outbox_is_refused_and_nothing_put_into_it()
    {
        var file = _folder.File("contributions.sqlite");
        using (var made = new Outbox(file))
        {
            made.Add("a", [SomeWork.Number(1)], DateTimeOffset.UnixEpoch);
        }

        SqliteFile.SetVersion(file, 2);
        using var outbox = new Outbox(file);

        Newer.IsLeftAlone(file, "outboxes", () => outbox.Count(Here), () => outbox.Add("b", [SomeWork.Number(2)], DateTimeOffset.UnixEpoch), () => outbox.Origins());
    }

    [Fact]
    public void An_outbox_of_before_versions_were_noted_is_of_the_first()
    {
        var file = _folder.File("contributions.sqlite");
        using (var made = new Outbox(file))
        {
            made.Add("a", [SomeWork.Number(1)], DateTimeOffset.UnixEpoch);
        }

        SqliteFile.SetVersion(file, 0);
        using var outbox = new Outbox(file);

        Assert.Equal(new OutboxCount(1, 0, 0), outbox.Count(Here));
    }

    [Fact]
    public async Task An_index_is_refused_and_not_built_anew()
    {
        using var some = new SomeIndex();
        some.Chain.Mine(ToldEvent.Opened(1, new Wei(5)));
        await some.CatchUpAsync();
        SqliteFile.SetVersion(some.Path, 2);

        Newer.IsLeftAlone(
            some.Path,
            "indexes of contributions",
            () => some.Index.Standings(new StandingsFilter(), new Page()),
            () => some.CatchUpAsync().GetAwaiter().GetResult());
    }

    // A ledger whose first block says version 2, sealed by who may.
    private async Task<string> LaterAsync(SomeLedger some)
    {
        using var file = LedgerFile.Open(some.Path, isWritable: false);
        RlpItem[] items = [.. RlpReader.Read(file.Read()!.Body).Items];
        items[1] = RlpItem.Of(2);
        var body = RlpWriter.Write(RlpItem.ListOf([.. items, RlpItem.Of(7)]));
        var seal = await some.Sealer.SignAsync(Keccak256.Of(body), Cancellation);
        var later = _folder.File("later.bal");
        using (LedgerFile.Create(later, new LedgerEntry(body, seal.ToArray())))
        {
        }

        File.AppendAllText(later, "what a later version writes behind it");
        return later;
    }
}
