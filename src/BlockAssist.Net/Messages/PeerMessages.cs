using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;
using Google.Protobuf;

namespace BlockAssist.Net.Messages;

/// <summary>What peers say to a hub: written by a peer, read by the hub as events of a round.</summary>
public static class PeerMessages
{
    /// <summary>Asks for work.</summary>
    public static Message AskLease(double stepsASecond) => Of(MessageKinds.AskLease, new Wire.AskLease { StepsASecond = stepsASecond });

    /// <summary>Binds the peer.</summary>
    public static Message Commit(Commitment commitment)
    {
        ArgumentNullException.ThrowIfNull(commitment);
        return Of(MessageKinds.Commit, commitment.ToWire());
    }

    /// <summary>Shows the segments.</summary>
    public static Message Reveal(Revelation revelation)
    {
        ArgumentNullException.ThrowIfNull(revelation);
        return Of(MessageKinds.Reveal, new Wire.Reveal { Marks = { revelation.Marks.ToWire() } });
    }

    /// <summary>Names the evidence of a segment.</summary>
    public static Message GiveEvidence(int segment, Blobs.BlobId evidence) =>
        Of(MessageKinds.GiveEvidence, new Wire.GiveEvidence { Segment = (uint)segment, Evidence = evidence.ToWire() });

    /// <summary>Says what came of a replay.</summary>
    public static Message GiveOutcome(PeerId trainer, int segment, ReplayFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Of(MessageKinds.GiveOutcome, new Wire.GiveOutcome
        {
            Trainer = trainer.ToWire(),
            Segment = (uint)segment,
            Outcome = finding.Outcome.ToWire(),
            Difference = finding.Difference,
            Subject = (uint)finding.Subject,
            Device = finding.Device,
            Play = { finding.Play.Take(PlaySeen.MostOfFinding).Select(PlayParts.ToWire) },
        });
    }

    /// <summary>Names the state of a side of a dispute after a step of a segment.</summary>
    public static Message ShowState(PeerId trainer, int segment, int step, Blobs.BlobId state) =>
        Of(MessageKinds.ShowState, new Wire.ShowState { Trainer = trainer.ToWire(), Segment = (uint)segment, Step = (uint)step, State = state.ToWire() });

    /// <summary>Offers clips to all.</summary>
    public static Message OfferClips(IReadOnlyList<Blobs.BlobId> clips) => Of(MessageKinds.OfferClips, new Wire.OfferClips { Clips = { clips.Select(clip => clip.ToWire()) } });

    /// <summary>Reads what a peer said.</summary>
    /// <param name="kind">What it means.</param>
    /// <param name="sender">Who said it.</param>
    /// <param name="at">When it came, by the hub's clock.</param>
    /// <param name="body">What was said; anybody's bytes.</param>
    /// <returns>What happened; null if it is nothing that a peer can say.</returns>
    public static RoundEvent? Read(EnvelopeKind kind, PeerId sender, DateTimeOffset at, ReadOnlySpan<byte> body) =>
        kind == MessageKinds.AskLease ? MessageReading.TryRead(Wire.AskLease.Parser, body, ask => new LeaseAsked(at, sender, ask.StepsASecond.ToNumber()))
        : kind == MessageKinds.Commit ? MessageReading.TryRead(Wire.Commit.Parser, body, commit => new Committed(at, sender, commit.ToCommitment()))
        : kind == MessageKinds.Reveal ? MessageReading.TryRead(Wire.Reveal.Parser, body, reveal => new Revealed(at, sender, new Revelation(reveal.Marks.ToMarks())))
        : kind == MessageKinds.GiveEvidence ? MessageReading.TryRead(Wire.GiveEvidence.Parser, body, give => new EvidenceGiven(at, sender, give.Segment.ToCount(), give.Evidence.ToBlob()))
        : kind == MessageKinds.GiveOutcome
            ? MessageReading.TryRead(Wire.GiveOutcome.Parser, body, give => Finding(give, sender, at))
        : kind == MessageKinds.ShowState
            ? MessageReading.TryRead(Wire.ShowState.Parser, body, show => new StateShown(at, sender, show.Trainer.ToPeer(), show.Segment.ToCount(), show.Step.ToCount(), show.State.ToBlob()))
        : kind == MessageKinds.OfferClips ? MessageReading.TryRead(Wire.OfferClips.Parser, body, offer => new ClipsOffered(at, sender, offer.Clips.ToOffer()))
        : (RoundEvent?)null;

    private static Replayed Finding(Wire.GiveOutcome give, PeerId sender, DateTimeOffset at) =>
        new(at, sender, give.Trainer.ToPeer(), give.Segment.ToCount(), give.Outcome.ToOutcome(), give.Difference.ToNumber())
        {
            Subject = give.Subject.ToEnum<ReplaySubject>(),
            Device = give.Device.ToName(),
            Play = give.Play.ToSeen(),
        };

    private static Message Of(EnvelopeKind kind, IMessage message) => new(kind, message.ToByteArray());
}
