using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Keystores;
using BlockAssist.Chain.Ledger;
using BlockAssist.Chain.Outboxes;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Standings;
using BlockAssist.Chain.Tests.Ledger;
using BlockAssist.Chain.Tests.Outboxes;
using BlockAssist.Chain.Tests.Standings;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Compatibility;

/// <summary>What version 1 kept of contributions is read, and gone on with.</summary>
public sealed class FirstVersionTests : IDisposable
{
    private const string Password = "throwaway";
    private const byte Key = 1;

    private static readonly ContractPlace Here = new(Some.ChainId, Some.Address(9));

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    /// <summary>The key in it is the byte 1, over and over: anybody's, and for nothing but this.</summary>
    [Fact]
    public void A_keystore_is_opened_by_its_password()
    {
        using var expected = Some.Signer(Key);
        var file = new KeystoreFile(GoldenFiles.Copy("keystore.json", _folder, () =>
        {
            var made = new KeystoreFile(_folder.File("made.json"));
            made.Save(expected, Password, ScryptCost.Least);
            return File.ReadAllBytes(made.Path);
        }));

        using var signer = file.Open(Password);

        Assert.Equal((expected.Address, expected.Address), (signer.Address, file.ReadAddress()));
        Assert.Equal(expected.Sign(Some.Hash(1)), signer.Sign(Some.Hash(1)));
    }

    [Fact]
    public async Task A_ledger_does_all_again_that_it_did_and_is_written_on()
    {
        using var some = await FilledLedgerAsync();
        var path = GoldenFiles.Copy("ledger.bal", _folder, () => File.ReadAllBytes(some.Path));
        var summary = EmbeddedLedger.Verify(path, Cancellation);

        using var sealer = Some.Signer(200);
        using var ledger = EmbeddedLedger.Open(path, sealer, new SetClock());
        Assert.Equal((3UL, sealer.Address, CreatedContract.AddressOf(Some.Signer(1).Address, 0)), (summary.Height, summary.Sealer, summary.Place.Contract));
        var node = new ChainNode(ledger);
        await node.SendAsync(new Person(Some.Signer(77), summary.Place.ChainId).Sign(Some.Address(9), default), Cancellation);
        Assert.Equal(4UL, (await ledger.SummaryAsync(Cancellation)).Height);
    }

    [Fact]
    public void An_outbox_holds_what_is_to_be_delivered_and_what_was()
    {
        var file = GoldenFiles.Copy("contributions.sqlite.gz", _folder, MakeOutbox);

        using var outbox = new Outbox(file);

        Assert.Equal(new OutboxCount(1, 1, 1), outbox.Count(Here));
        Assert.Equal(SomeWork.Number(1), Assert.Single(outbox.Find(Here, DeliveryState.Queued, 10)).Work);
        var sent = Assert.Single(outbox.Find(Here, DeliveryState.Sent, 10));
        Assert.Equal((SomeWork.Number(2), Submitted(SomeWork.Number(2))), (sent.Work, sent.Submitted));
        Assert.Equal([1, 2], Assert.Single(sent.Forms).ToArray());
        Assert.Equal(17UL, Assert.Single(outbox.Find(Here, DeliveryState.Landed, 10)).Height);
        Assert.Equal(1, outbox.Add("b", [SomeWork.Number(4)], DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task An_index_of_contributions_is_read_and_gone_on_with()
    {
        using var some = await FilledIndexAsync();
        var bytes = GoldenFiles.Read("index.sqlite.gz", () => File.ReadAllBytes(some.Path));
        File.WriteAllBytes(some.Path, bytes);

        var players = some.Index.Standings(new StandingsFilter(), new Page()).Players;
        var more = await some.CatchUpAsync();

        Assert.Equal((Some.Address(1), 3), (Assert.Single(players).Account, players[0].Contributions.Sum));
        Assert.Equal(RebuildCause.None, more.Rebuilt);
    }

    private static async Task<SomeLedger> FilledLedgerAsync()
    {
        var some = await SomeLedger.CreateAsync();
        var founder = some.Person(1);
        await some.TellAsync(founder, "openRound", Keccak256.Of("parent"), 100, 100, 100);
        await some.TellAsync(some.Person(2), "pause");
        await some.TellAsync(founder, "registerPeer", "a peer");
        some.Ledger.Dispose();
        return some;
    }

    private static async Task<SomeIndex> FilledIndexAsync()
    {
        var some = new SomeIndex();
        some.Chain.Mine(ToldEvent.Opened(1, new Wei(5)));
        for (var i = 0; i < 3; i++)
        {
            some.Chain.Mine(ToldEvent.Submitted(Some.Address(1), 1, new Work(WorkKind.Training, Some.Hash(i), default)));
        }

        await some.CatchUpAsync();
        SqliteFile.Close(some.Path);
        return some;
    }

    private byte[] MakeOutbox()
    {
        var path = _folder.File("made.sqlite");
        using (var outbox = new Outbox(path))
        {
            outbox.Add("a", [SomeWork.Number(1), SomeWork.Number(2), SomeWork.Number(3)], DateTimeOffset.UnixEpoch);
            outbox.Keep(Here, SomeWork.Number(2), Submitted(SomeWork.Number(2)), new byte[] { 1, 2 });
            outbox.Keep(Here, SomeWork.Number(3), Submitted(SomeWork.Number(3)), new byte[] { 3 });
            outbox.Land(Here, SomeWork.Number(3), 17);
        }

        return File.ReadAllBytes(path);
    }

    private static Submission Submitted(Work work) => new(Some.Address(1), 1, Some.Hash(5), work.IdIn(Here, Some.Address(1), 1, Some.Hash(5)));
}
