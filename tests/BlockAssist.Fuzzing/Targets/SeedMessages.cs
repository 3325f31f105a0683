using System.Security.Cryptography.X509Certificates;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Net.Rounds.Disputes;
using BlockAssist.Net.Work;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes.Screening;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>A message of every kind, and peers to say them; the same every time.</summary>
internal static class SeedMessages
{
    /// <summary>The swarm.</summary>
    public static readonly NetworkId Network = new("garden");

    /// <summary>When everything is said.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    private static readonly TimeProvider Clock = new StoppedClock();
    private static readonly PeerId Trainer = Identity(1).Id;
    private static readonly byte[] Secret = [.. Enumerable.Range(0, Beacon.SecretBytes).Select(number => (byte)number)];
    private static readonly Lease Lease = new(Trainer, 7, 3, 6, 9);
    private static readonly GateResult Gated = new("a", "b", GateVerdict.Better, 1, 0, [1], [new("a", 1, 1, 1)]);
    private static readonly MergeResult Merged = new("mean", 1, [new(1, 1, 1, 1)]);

    /// <summary>Where a swarm is.</summary>
    public static byte[] Welcome => new Welcome(7, RoundStage.Closed, Terms.Base, Terms.Recipe).ToBytes();

    private static RoundTerms Terms => new()
    {
        Number = 7,
        Base = BlobId.Of("base"u8),
        Recipe = Digest.Of("test/recipe/", [1]),
        Secret = Beacon.NameOf(Secret),
        Opens = Noon,
        CommitBy = Noon.AddMinutes(20),
        RevealBy = Noon.AddMinutes(25),
        VerifyBy = Noon.AddMinutes(45),
    };

    private static SegmentMark[] Marks => [.. Enumerable.Range(0, 3).Select(number => new SegmentMark(Digest.Of("test/state/", [(byte)number]), Digest.Of("test/lessons/", [(byte)number]), number))];

    private static Commitment Commitment => new(SegmentChain.EndOf(Lease, Marks), Lease.Segments, BlobId.Of("update"u8), 1000, 300, "cpu");

    private static PlaySeen Play => new(Digest.Of("test/play/", [1]), 0, 100, IsPersons: true, Print);

    private static SharedClip Clip => new(Trainer, BlobId.Of("clip"u8), Digest.Of("test/goal/", [1]), Digest.Of("test/scene/", [1]), 10, 100) { Print = Print };

    private static PlayPrint Print =>
        PlayPrint.Of([.. Enumerable.Range(0, 100).Select(i => new PlayEdit(ActionType.Place, Block.Stone, new BlockPos(i % 10, i / 10, i * 7 % 10)))])!;

    private static AskToReplay Replay => new(Trainer, Lease, 1, Commitment, Marks, Terms.Base);

    private static RoundRecord Record => new(
        Terms, Terms.Base, true, Merged, Gated, [new CreditLine(Trainer, CreditReason.Verified, 1, 1, 1, 1, 1)], new Dictionary<PeerId, double> { [Trainer] = 1 }, [Trainer])
    {
        Slanderers = [Trainer],
        Play = [new CountedPlay(Trainer, Play)],
        Clips = [Clip],
    };

    private static RoundOpening Opening =>
        new(Terms, Secret, new Roster { VerifiedRounds = new Dictionary<PeerId, int> { [Trainer] = 1 }, Banned = new HashSet<PeerId> { Trainer }, Verifiers = [Trainer] }, [Terms.Base]);

    /// <summary>The secret of somebody.</summary>
    public static RecoveryPhrase Phrase(byte number) => RecoveryPhrase.FromEntropy(Enumerable.Repeat(number, RecoveryPhrase.EntropyBytes).ToArray());

    /// <summary>Somebody.</summary>
    public static PeerIdentity Identity(byte number)
    {
        using var phrase = Phrase(number);
        return PeerIdentity.Of(phrase);
    }

    /// <summary>What somebody is known by in TLS.</summary>
    public static byte[] Certificate(byte number)
    {
        using var identity = Identity(number);
        using var certificate = PeerCertificate.Create(identity, Clock);
        return certificate.Export(X509ContentType.Cert);
    }

    /// <summary>A gate that has let in nothing yet.</summary>
    public static EnvelopeGate Gate() => new(new EnvelopeGateOptions { Network = Network, Limits = MessageKinds.FromPeers }, _ => SenderStanding.Admitted, Clock);

    /// <summary>Messages of a peer in envelopes.</summary>
    public static IEnumerable<byte[]> Envelopes()
    {
        using var identity = Identity(1);
        var writer = new EnvelopeWriter(identity, Network, MessageKinds.FromPeers, Clock);
        return [.. OfPeers().Take(3).Select(message => writer.Write(message.Kind, 7, message.Body.Span))];
    }

    /// <summary>What peers say.</summary>
    public static IEnumerable<Message> OfPeers() =>
    [
        PeerMessages.AskLease(1),
        PeerMessages.Commit(Commitment),
        PeerMessages.Reveal(new Revelation(Marks)),
        PeerMessages.GiveEvidence(1, Terms.Base),
        PeerMessages.GiveOutcome(Trainer, 1, new ReplayFinding(ReplayOutcome.Same, "", 0.5) { Subject = ReplaySubject.Evidence, Device = "cpu", Play = [Play] }),
        PeerMessages.ShowState(Trainer, 1, 3, Terms.Base),
        PeerMessages.OfferClips([Terms.Base]),
    ];

    /// <summary>What hubs say.</summary>
    public static IEnumerable<Message> OfHubs() =>
        ((RoundCommand[])[new Extend(Terms), new GrantLease(Lease), new AskToReveal([Trainer]), new AskForEvidence(Trainer, [1, 2]), Replay, new AskForState(Trainer, Trainer, 1, 3), new Close(Record)])
        .SelectMany(HubMessages.Of).Select(said => said.Message);

    /// <summary>What hubs write down for themselves.</summary>
    public static IEnumerable<Message> OfNotes() =>
    [
        HubNotes.Of(Opening),
        HubNotes.Of(new ClipsValued(default, Trainer, [Clip]))!,
        HubNotes.Of(new Ruled(default, Trainer, 1, Ruling.Agree))!,
        HubNotes.Of(new Merged(default, Terms.Base, Merged))!,
        HubNotes.Of(new Gated(default, Gated))!,
    ];

    /// <summary>What hubs have done.</summary>
    public static IEnumerable<byte[]> WorkOrders() =>
        ((Judge[])[new(Replay, "cpu", new CompareStates(3, Terms.Base, Terms.Base)), new(Replay, "cpu", new MakeStep(3, null, Terms.Base)), new(Replay, "", new JudgeSegment(ReplaySubject.Evidence))])
        .Select(one => WorkOrder.Write(one, Opening, "token"));

    /// <summary>It is always noon.</summary>
    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Noon;
    }
}
