using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Net.Rounds.Disputes;
using BlockAssist.Net.Tests.Rounds;
using BlockAssist.Net.Work;

namespace BlockAssist.Net.Tests.Messages;

/// <summary>What is said in the largest rounds has room in its envelope.</summary>
public sealed class MessageLimitTests
{
    private const int Leases = 1000;
    private const int Segments = 256;

    private static readonly BlobId Blob = BlobId.Of("blob"u8);
    private static readonly RoundTerms Terms = PlayedRound.Terms() with
    {
        Number = ulong.MaxValue,
        Opens = DateTimeOffset.MaxValue,
        CommitBy = DateTimeOffset.MaxValue,
        RevealBy = DateTimeOffset.MaxValue,
        VerifyBy = DateTimeOffset.MaxValue,
        StepsASegment = int.MaxValue,
        MostSegments = int.MaxValue,
        MostLeases = int.MaxValue,
        FewestReveals = int.MaxValue,
        Patience = TimeSpan.FromDays(1),
    };

    private static readonly Lease Lease = new(PeerOf(1), ulong.MaxValue, Segments, int.MaxValue, ulong.MaxValue);
    private static readonly Commitment Commitment = new(Terms.Recipe, Segments, Blob, long.MaxValue, long.MaxValue, new string('木', 512));
    private static readonly SegmentMark[] Marks = [.. PlayedRound.Marks(PeerOf(1), Segments)];
    private static readonly MergeResult Merge = new(new string('m', 512), 1e300, [.. Enumerable.Repeat(new MergedPeer(0.001, 1e300, 0.5, -0.5), Leases)]) { Momentum = Blob };
    private static readonly GateResult Gate = new(
        Blob.ToString(), Blob.ToString(), GateVerdict.NotBetter, 600, 0.1, [.. Enumerable.Range(0, 600).Select(number => number / 7.0)], [.. Enumerable.Repeat(new Regression(Blob.ToString(), 100, 0.1, 0.1), 2)]);

    private static readonly SharedClip Clip = SomeClip.Of(PeerOf(1), 1) with { Built = int.MaxValue, Acts = int.MaxValue };

    [Fact]
    public void What_peers_say_has_room()
    {
        Message[] all =
        [
            PeerMessages.AskLease(double.MaxValue),
            PeerMessages.Commit(Commitment),
            PeerMessages.Reveal(new Revelation(Marks)),
            PeerMessages.GiveEvidence(int.MaxValue, Blob),
            PeerMessages.GiveOutcome(
                PeerOf(1),
                int.MaxValue,
                new ReplayFinding(ReplayOutcome.Undecided, "", double.MaxValue)
                {
                    Subject = ReplaySubject.Evidence,
                    Device = Commitment.Device,
                    Play = [.. Enumerable.Repeat(SomePlay.Of(1, built: int.MaxValue), PlaySeen.MostOfFinding)],
                }),
            PeerMessages.ShowState(PeerOf(1), int.MaxValue, int.MaxValue, Blob),
            PeerMessages.OfferClips([.. Enumerable.Repeat(Blob, ClipLimits.MostOfPeer)]),
        ];

        Assert.All(all, message => Assert.InRange(message.Body.Length, 0, MessageKinds.FromPeers.BodyOf(message.Kind)!.Value));
        Assert.All(all, message => Assert.NotNull(PeerMessages.Read(message.Kind, PeerOf(1), Some.Noon, message.Body.Span)));
    }

    [Fact]
    public void What_a_hub_says_has_room()
    {
        var credits = Enumerable.Range(0, Leases).Select(number => new CreditLine(PeerOf(number), CreditReason.Verified, 0.1, Segments, long.MaxValue, 0.1, 0.1)).ToList();
        var record = new RoundRecord(
            Terms, Blob, true, Merge, Gate, credits, credits.ToDictionary(line => line.Peer, _ => 0.1), [.. credits.Select(line => line.Peer)])
        {
            Slanderers = [.. credits.Select(line => line.Peer)],
            Play = [.. credits.SelectMany(line => Enumerable.Repeat(new CountedPlay(line.Peer, SomePlay.Of(1, built: int.MaxValue)), 3))],
            Clips = [.. Enumerable.Repeat(Clip, ClipLimits.MostOfRecord)],
        };
        RoundCommand[] all =
        [
            new Extend(Terms),
            new GrantLease(Lease),
            new AskToReveal([PeerOf(1)]),
            new AskForEvidence(PeerOf(1), [.. Enumerable.Range(0, Segments)]),
            new AskToReplay(PeerOf(2), Lease, Segments - 1, Commitment, Marks, Blob),
            new AskForState(PeerOf(2), PeerOf(1), int.MaxValue, int.MaxValue),
            new Close(record),
        ];

        foreach (var (_, message) in all.SelectMany(HubMessages.Of))
        {
            Assert.InRange(message.Body.Length, 0, MessageKinds.FromHub.BodyOf(message.Kind)!.Value);
            Assert.NotNull(HubMessages.Read(message.Kind, PeerOf(1), message.Body.Span));
        }
    }

    [Fact]
    public void What_a_hub_notes_has_room()
    {
        var peers = Enumerable.Range(0, Leases).Select(PeerOf).ToList();
        var many = Enumerable.Range(0, 50_000).Select(PeerOf).ToList();
        var roster = new Roster { VerifiedRounds = many.ToDictionary(peer => peer, _ => 10_000), Banned = many.ToHashSet(), Verifiers = peers };
        Message[] all =
        [
            HubNotes.Of(new RoundOpening(Terms, new byte[Beacon.SecretBytes], roster, [.. Enumerable.Repeat(Blob, 10_000)]) { Momenta = [.. Enumerable.Repeat((Blob, Blob), 64)] }),
            HubNotes.Of(new Screened(default, peers.ToDictionary(peer => peer, _ => ScreenFault.Copy), peers.ToDictionary(peer => peer, _ => 0.1), default))!,
            HubNotes.Of(new Merged(default, Blob, Merge))!,
            HubNotes.Of(new Gated(default, Gate))!,
            HubNotes.Of(new TimePassed(default))!,
            HubNotes.Of(new Ruled(default, PeerOf(1), int.MaxValue, Ruling.ForChallenger))!,
            HubNotes.Of(new ClipsValued(default, PeerOf(1), [.. Enumerable.Repeat(Clip, ClipLimits.MostOfPeer)]))!,
            HubNotes.Of(new Resumed(default, TimeSpan.FromDays(365)))!,
        ];

        Assert.All(all, message => Assert.InRange(message.Body.Length, 0, MessageKinds.FromHub.BodyOf(message.Kind)!.Value));
    }

    [Fact]
    public void A_device_with_a_name_too_long_or_that_would_write_to_a_screen_is_refused()
    {
        foreach (var device in (string[])[new string('x', 513), "cpu\u001b[2J", "cpu\n"])
        {
            var message = PeerMessages.Commit(Commitment with { Device = device });
            Assert.Null(PeerMessages.Read(message.Kind, PeerOf(1), Some.Noon, message.Body.Span));
        }
    }

    private static PeerId PeerOf(int number)
    {
        var key = new byte[PeerId.Bytes];
        BitConverter.TryWriteBytes(key, number);
        return new PeerId(key);
    }
}
