using BlockAssist.Cli.Commands.Nodes;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Swarm;

/// <summary>What a node has earned comes of the records that its hub has signed, and of nothing else.</summary>
public sealed class OwnCreditTests : IDisposable
{
    private const string Network = "friends";

    private readonly TemporaryFolder _folder = new();
    private readonly PeerIdentity _hub = Identity();
    private readonly PeerIdentity _self = Identity();

    private SwarmFolder Folder => new(_folder.Path);

    public void Dispose()
    {
        _hub.Dispose();
        _self.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void What_is_safe_locked_and_lost_follows_from_the_records()
    {
        Keep(1, Line(CreditReason.Verified, 10), paid: 5);
        Keep(2, Line(CreditReason.Trusted, 20));
        Keep(3, Line(CreditReason.NoEvidence, 0));
        for (var round = 4UL; round <= 50; round++)
        {
            Keep(round, line: null, paid: round == 4 ? 7 : 0);
        }

        var credit = Open().Report(51)!;

        Assert.Equal((50UL, 15, 7, 20), (credit.Round, credit.Free, credit.Locked, credit.Lost));
        Assert.Equal([new LockedStatus(4, 7, 52)], credit.LockedRounds);
        Assert.Equal([new LostStatus(3, 20, "NoEvidence")], credit.Losses);
        Assert.Empty(credit.Missing);
    }

    [Fact]
    public void A_record_is_read_once_in_whatever_order_they_come()
    {
        Keep(3, Line(CreditReason.Verified, 0), isRefuted: true);
        Assert.Equal(0, Open().Report(4)!.Lost);
        File.Delete(FileOf(3));
        Keep(1, Line(CreditReason.Verified, 10));

        var credit = Open().Report(4)!;

        Assert.Equal((3UL, 0, 0, 10), (credit.Round, credit.Free, credit.Locked, credit.Lost));
        Assert.Equal([new MissingRounds(2, 2)], credit.Missing);
    }

    [Fact]
    public void What_others_signed_or_of_another_swarm_or_round_or_damaged_is_missing()
    {
        Keep(1, Line(CreditReason.Verified, 10));
        Keep(2, Line(CreditReason.Verified, 100), by: _self);
        Keep(3, Line(CreditReason.Verified, 100), network: "others");
        File.Copy(FileOf(1), FileOf(4));
        Keep(5, Line(CreditReason.Verified, 100));
        var bytes = File.ReadAllBytes(FileOf(5));
        bytes[^100] ^= 1;
        File.WriteAllBytes(FileOf(5), bytes);
        File.WriteAllBytes(FileOf(6), []);
        File.WriteAllBytes(FileOf(7), new byte[2 << 20]);
        Keep(9, Line(CreditReason.Verified, 1));

        var credit = Open().Report(12)!;

        Assert.Equal(11, credit.Locked);
        Assert.Equal([new MissingRounds(2, 8), new MissingRounds(10, 11)], credit.Missing);
        Assert.Equal([2, 3, 4, 5, 6, 7, 8, 10, 11], Open().MissingBefore(12));
    }

    [Fact]
    public void No_more_is_asked_for_at_once_than_credit_is_locked()
    {
        Keep(1, line: null);

        var missing = Open().MissingBefore(1000);

        Assert.Equal((CreditBook.LockedRounds, 952UL, 999UL), (missing.Count, missing[0], missing[^1]));
        Assert.Empty(Open().MissingBefore(2));
        Assert.Empty(Open().MissingBefore(0));
    }

    [Fact]
    public void A_node_without_records_has_no_credit_and_misses_nothing()
    {
        Assert.Null(Open().Report(7));
        Assert.Empty(Open().MissingBefore(7));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"shares\":7}")]
    [InlineData("null")]
    [InlineData("{\"network\":\"others\",\"hub\":\"a\",\"peer\":\"b\",\"shares\":[{\"round\":1,\"trained\":1000}]}")]
    public void What_was_noted_of_them_is_made_anew_where_it_is_damaged_or_of_another_swarm(string noted)
    {
        Keep(1, Line(CreditReason.Verified, 10));
        File.WriteAllText(Folder.CreditFile, noted);

        Assert.Equal(10, Open().Report(2)!.Locked);
    }

    [Fact]
    public void It_is_said_in_plain_sentences()
    {
        var credit = new CreditReport(57, 310, 1204.5, 20)
        {
            LockedRounds = [new LockedStatus(10, 4.5, 58), new LockedStatus(57, 1200, 105)],
            Losses = [new LostStatus(41, 20, nameof(CreditReason.NoEvidence))],
            Missing = [new MissingRounds(12, 14), new MissingRounds(20, 20)],
        };

        Assert.Equal(
            [
                "Credit after round 57: 310.0 is safe, 1,204.5 is locked (the oldest until round 58, the last until 105), 20.0 was lost.",
                "Lost in round 41: 20.0, because this node showed no evidence, which costs what it got on trust.",
                "Not counted, since no record signed by the hub is here: rounds 12 to 14, 20. A node that runs asks the hub for them.",
            ],
            CreditWords.Of(credit));
    }

    [Fact]
    public async Task The_status_of_a_node_says_it()
    {
        await CommandRun.Of(Verbs.All(), _folder.Path, ["key", "new", "--without-passphrase"]);
        await CommandRun.Of(Verbs.All(), _folder.Path, ["swarm", "init", "--name", Network]);
        var home = new NodeHome(_folder.Path);
        using var phrase = new IdentityFile(home.Identity).OpenWithKeyFile();
        using var self = PeerIdentity.Of(phrase);
        var folder = SwarmFolder.Of(home);
        SomeRecord.Write(Path.Combine(folder.Records, "00000001.envelope"), SomeRecord.Of(1, new CreditLine(self.Id, CreditReason.Verified, 10, 1, 1, 1, 1), self.Id), self, Network);

        var run = await CommandRun.Of(Verbs.All(), _folder.Path, ["node", "status", "--json"]);

        var credit = run.Json.GetProperty("credit");
        Assert.Equal((1, 10, 49), (credit.GetProperty("round").GetInt32(), credit.GetProperty("locked").GetDouble(), credit.GetProperty("lockedRounds")[0].GetProperty("until").GetInt32()));
    }

    private static PeerIdentity Identity()
    {
        using var phrase = RecoveryPhrase.Create();
        return PeerIdentity.Of(phrase);
    }

    private OwnCredit Open() => new(Folder, _self.Id, _hub.Id, new NetworkId(Network));

    private string FileOf(ulong round) => Path.Combine(Directory.CreateDirectory(Folder.Records).FullName, $"{round:D8}.envelope");

    private CreditLine Line(CreditReason reason, double amount) => new(_self.Id, reason, amount, 10, 100, 0.5, 1);

    private void Keep(ulong round, CreditLine? line, double paid = 0, bool isRefuted = false, PeerIdentity? by = null, string network = Network) =>
        SomeRecord.Write(FileOf(round), SomeRecord.Of(round, line, _self.Id, paid, isRefuted), by ?? _hub, network);
}
