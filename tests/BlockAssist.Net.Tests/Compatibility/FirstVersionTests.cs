using System.Globalization;
using System.Text;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Tests.Messages;
using BlockAssist.Net.Tests.Rounds;

namespace BlockAssist.Net.Tests.Compatibility;

/// <summary>What version 1 said and kept is understood.</summary>
public sealed class FirstVersionTests : IDisposable
{
    private const string Passphrase = "throwaway";

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<IdentityFile> _byKey;

    public FirstVersionTests() => _byKey = new Lazy<IdentityFile>(() =>
    {
        using var phrase = Some.Phrase(0);
        var file = new IdentityFile(_folder.File("made.json"));
        file.SaveWithKeyFile(phrase);
        return file;
    });

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_signed_message_is_of_whom_and_about_what_it_was()
    {
        using var ada = Some.Peer(1);
        var bytes = GoldenFiles.Read("envelope.bin", () => Some.Writer(ada, Some.Clock()).Write(Some.Beat, 7, "hello"u8));

        var envelope = Some.Gate(Some.Clock()).Takes(bytes);

        Assert.Equal((ada.Id, Some.Beat, 7UL, Some.Noon), (envelope.Sender, envelope.Kind, envelope.Round, envelope.Sent));
        Assert.Equal("hello", Encoding.ASCII.GetString(envelope.Body.Span));
        Assert.NotNull(Envelope.OfProof(bytes, ada.Id, Some.Garden));
        Assert.Equal(bytes, Some.Writer(ada, Some.Clock()).Write(Some.Beat, 7, "hello"u8));
    }

    [Fact]
    public void A_message_of_every_kind_says_what_it_said()
    {
        var said = Encoding.ASCII.GetString(GoldenFiles.Read("messages.txt", static () => Encoding.ASCII.GetBytes(string.Concat(Lines().Select(line => line + "\n"))))).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(said, Lines());
        var (peer, terms) = (PlayedRound.Peer(1), PlayedRound.Terms());
        var read = said.Where(line => !line.StartsWith("order", StringComparison.Ordinal)).Select(line => line.Split(' ')).Select(words => Read(uint.Parse(words[0], CultureInfo.InvariantCulture), Convert.FromHexString(words[1]), peer)).ToList();
        Assert.DoesNotContain(null, read);
        var record = Assert.Single(read.OfType<Close>()).Record;
        Assert.Equal((terms.Number, terms.Base, true), (record.Terms.Number, record.Terms.Base, record.IsPromoted));
        Assert.Equal(new CreditLine(peer, CreditReason.Verified, 1, 1, 1, 1, 1), Assert.Single(record.Credits));
        Assert.Equal([peer], record.Slanderers);
        Assert.Equal(PlayedRound.CommitmentOf(new Lease(peer, 7, 3, 6, 9)), Assert.Single(read.OfType<Committed>()).Commitment);
        Assert.Equal(ReplayOutcome.Same, Assert.Single(read.OfType<Replayed>()).Outcome);
        Assert.Equal(peer, Assert.Single(read.OfType<RoundOpening>()).Roster.Banned.Single());
    }

    [Fact]
    public async Task A_log_of_rounds_holds_what_was_said()
    {
        var path = GoldenFiles.Copy("hub.sqlite.gz", _folder, MakeLog);
        using var log = new SqliteRoundLog(path);

        Assert.Equal(2UL, await log.LastRoundAsync(CancellationToken.None));
        Assert.Equal([(Some.Noon, "01"), (Some.Noon.AddSeconds(1), "0203")], (await log.ReadAsync(1, CancellationToken.None)).Select(entry => (entry.At, Convert.ToHexString(entry.Envelope.Span))));
        Assert.Equal("", Convert.ToHexString(Assert.Single(await log.ReadAsync(2, CancellationToken.None)).Envelope.Span));
        await log.AppendAsync(2, 1, new LogEntry(Some.Noon, new byte[] { 4 }), CancellationToken.None);
        Assert.Equal(2, (await log.ReadAsync(2, CancellationToken.None)).Count);
    }

    /// <summary>The key in these files is that of 32 bytes of zeros: anybody's, and for nothing but this.</summary>
    [Fact]
    public void An_identity_is_opened_by_its_passphrase_or_by_the_key_beside_it()
    {
        using var zeros = Some.Phrase(0);
        var byPassphrase = new IdentityFile(GoldenFiles.Copy("identity.json", _folder, MakeIdentity));
        GoldenFiles.Copy("identity-by-key.key", _folder, () => File.ReadAllBytes(_byKey.Value.KeyFile));
        var byKey = new IdentityFile(GoldenFiles.Copy("identity-by-key.json", _folder, () => File.ReadAllBytes(_byKey.Value.Path)));

        using var opened = byPassphrase.Open(Passphrase);
        using var openedByKey = byKey.OpenWithKeyFile();

        Assert.Equal((zeros.Reveal(), zeros.Reveal()), (opened.Reveal(), openedByKey.Reveal()));
        using var identity = PeerIdentity.Of(zeros);
        Assert.Equal((new IdentityCard(identity.Id, Unlocking.Passphrase), new IdentityCard(identity.Id, Unlocking.KeyFile)), (byPassphrase.Read(), byKey.Read()));
    }

    private static string[] Lines()
    {
        var (messages, orders) = MessageFuzzTests.SomeMessages();
        return [.. messages.Select(message => $"{message.Kind.Number} {Convert.ToHexString(message.Body.Span)}"), .. orders.Select(order => $"order {Convert.ToHexString(order)}")];
    }

    private static object? Read(uint number, byte[] body, PeerId peer)
    {
        var kind = new EnvelopeKind(number);
        return (object?)PeerMessages.Read(kind, peer, Some.Noon, body)
            ?? HubMessages.Read(kind, peer, body)
            ?? (object?)HubNotes.Read(kind, Some.Noon, default, body)
            ?? (kind == MessageKinds.Opening ? HubNotes.ReadOpening(body, peer) : null);
    }

    private byte[] MakeIdentity()
    {
        using var phrase = Some.Phrase(0);
        var file = new IdentityFile(_folder.File("passphrase.json"));
        file.Save(phrase, Passphrase, StretchCost.Least);
        return File.ReadAllBytes(file.Path);
    }

    private byte[] MakeLog()
    {
        var path = _folder.File("made.sqlite");
        using (var log = new SqliteRoundLog(path))
        {
            Append(log, 1, 0, Some.Noon, [1]);
            Append(log, 1, 1, Some.Noon.AddSeconds(1), [2, 3]);
            Append(log, 2, 0, Some.Noon, []);
        }

        return File.ReadAllBytes(path);
    }

    private static void Append(SqliteRoundLog log, ulong round, int place, DateTimeOffset at, byte[] envelope) =>
        log.AppendAsync(round, place, new LogEntry(at, envelope), CancellationToken.None).GetAwaiter().GetResult();
}
