using System.Diagnostics;
using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Tests.Swarm;

/// <summary>How long it takes to read what ten thousand records brought. For the page on swarms; run by hand.</summary>
public sealed class OwnCreditFigures(ITestOutputHelper output)
{
    private const int Records = 10_000;
    private const int Leases = 16;

    [Fact(Explicit = true)]
    public void Ten_thousand_records()
    {
        using var folder = new TemporaryFolder();
        using var phrase = RecoveryPhrase.Create();
        using var hub = PeerIdentity.Of(phrase);
        var swarm = new SwarmFolder(folder.Path);
        Directory.CreateDirectory(swarm.Records);
        var writer = new EnvelopeWriter(hub, new NetworkId("friends"), MessageKinds.FromHub, TimeProvider.System);
        for (var round = 1UL; round <= Records; round++)
        {
            var said = HubMessages.Of(new Close(Record(round, hub.Id))).Single().Message;
            File.WriteAllBytes(Path.Combine(swarm.Records, $"{round:D8}.envelope"), writer.Write(said.Kind, round, said.Body.Span));
        }

        Say("all for the first time", () => Open(swarm, hub.Id));
        Say("all again", () => Open(swarm, hub.Id));
        File.Delete(Path.Combine(swarm.Records, "00005000.envelope"));
        Say($"file of {new FileInfo(swarm.CreditFile).Length:N0} bytes, again", () => Open(swarm, hub.Id));
    }

    private static CreditReport Open(SwarmFolder swarm, PeerId hub) => new OwnCredit(swarm, hub, hub, new NetworkId("friends")).Report(Records + 1)!;

    private static RoundRecord Record(ulong round, PeerId peer)
    {
        var digest = BlobId.Of("any"u8).Digest;
        var terms = new RoundTerms
        {
            Number = round,
            Base = new BlobId(digest),
            Recipe = digest,
            Secret = digest,
            Opens = DateTimeOffset.UnixEpoch,
            CommitBy = DateTimeOffset.UnixEpoch,
            RevealBy = DateTimeOffset.UnixEpoch,
            VerifyBy = DateTimeOffset.UnixEpoch,
        };
        CreditLine[] lines = [.. Enumerable.Repeat(new CreditLine(peer, CreditReason.Verified, 12.345, 64, 1000, 0.1, 0.1), Leases)];
        return new RoundRecord(terms, terms.Base, false, null, null, lines, new Dictionary<PeerId, double> { [peer] = 1.5 }, []);
    }

    private void Say(string what, Func<CreditReport> act)
    {
        var start = Stopwatch.GetTimestamp();
        var credit = act();
        output.WriteLine(FormattableString.Invariant($"{what}: {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms, {credit.Free + credit.Locked:F0} earned"));
    }
}
