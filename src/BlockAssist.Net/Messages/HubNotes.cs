using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Net.Rounds.Disputes;
using Google.Protobuf;

namespace BlockAssist.Net.Messages;

/// <summary>What a hub notes in the log of a round: with what peers said, in order, all that the round depends on.</summary>
public static class HubNotes
{
    private static readonly TimeSpan LongestAway = TimeSpan.FromDays(365);

    /// <summary>How a round was opened.</summary>
    public static Message Of(RoundOpening opening)
    {
        ArgumentNullException.ThrowIfNull(opening);
        return Of(MessageKinds.Opening, new Wire.Opening
        {
            Terms = opening.Terms.ToWire(),
            Secret = ByteString.CopyFrom(opening.Secret.Span),
            Roster = { opening.Roster.VerifiedRounds.Select(known => new Wire.Known { Peer = known.Key.ToWire(), VerifiedRounds = (uint)known.Value }) },
            Banned = { opening.Roster.Banned.Select(peer => peer.ToWire()) },
            Verifiers = { opening.Roster.Verifiers.Select(peer => peer.ToWire()) },
            Lineage = { opening.Lineage.Select(model => model.ToWire()) },
            Trust = opening.Trust.ToWire(),
            Momenta = { opening.Momenta.Select(one => new Wire.ModelMomentum { Model = one.Model.ToWire(), Momentum = one.Momentum.ToWire() }) },
        });
    }

    /// <summary>What the hub saw or did itself.</summary>
    /// <returns>Null for what peers say.</returns>
    public static Message? Of(RoundEvent happened) => happened switch
    {
        TimePassed => Of(MessageKinds.Tick, new Wire.Tick()),
        Resumed resumed => Of(MessageKinds.Resuming, new Wire.Resuming { LongerMs = (ulong)resumed.Longer.TotalMilliseconds }),
        Screened screened => Of(MessageKinds.Screening, ToWire(screened)),
        Ruled ruled => Of(MessageKinds.Ruling, new Wire.Ruling { Trainer = ruled.Trainer.ToWire(), Segment = (uint)ruled.Segment, Ruling_ = (uint)ruled.Ruling }),
        Merged merged => Of(MessageKinds.Merging, new Wire.Merging { Candidate = merged.Candidate.ToWire(), Merge = merged.Result.ToWire() }),
        Gated gated => Of(MessageKinds.Gating, new Wire.Gating { Gate = gated.Result.ToWire() }),
        ClipsValued valued => Of(MessageKinds.Valuing, new Wire.Valuing { Peer = valued.Peer.ToWire(), Clips = { valued.Clips.Select(ClipParts.ToWire) } }),
        _ => null,
    };

    /// <summary>Reads how a round was opened; null if that is not what it says.</summary>
    public static RoundOpening? ReadOpening(ReadOnlySpan<byte> body, Identities.PeerId hub) => MessageReading.TryRead(Wire.Opening.Parser, body, opening => new RoundOpening(
        opening.Terms.Needed().ToTerms(),
        opening.Secret.ToByteArray(),
        new Roster
        {
            VerifiedRounds = opening.Roster.DistinctBy(known => known.Peer).ToDictionary(known => known.Peer.ToPeer(), known => known.VerifiedRounds.ToCount()),
            Banned = opening.Banned.Select(peer => peer.ToPeer()).ToHashSet(),
            Verifiers = [.. opening.Verifiers.Select(peer => peer.ToPeer())],
            Coordinator = hub,
        },
        [.. opening.Lineage.Select(model => model.ToBlob())])
    {
        Trust = opening.Trust.Needed().ToTrust(),
        Momenta = [.. opening.Momenta.Select(one => (one.Model.ToBlob(), one.Momentum.ToBlob()))],
    });

    /// <summary>Reads a note as what happened.</summary>
    /// <param name="kind">What it means.</param>
    /// <param name="at">When it was made.</param>
    /// <param name="secret">The secret of the round.</param>
    /// <param name="body">What it says.</param>
    /// <returns>Null if it is no note.</returns>
    public static RoundEvent? Read(EnvelopeKind kind, DateTimeOffset at, ReadOnlyMemory<byte> secret, ReadOnlySpan<byte> body) =>
        kind == MessageKinds.Tick ? new TimePassed(at)
        : kind == MessageKinds.Resuming
            ? MessageReading.TryRead(Wire.Resuming.Parser, body, resuming => new Resumed(at, TimeSpan.FromMilliseconds(Math.Min(resuming.LongerMs, (ulong)LongestAway.TotalMilliseconds))))
        : kind == MessageKinds.Screening ? MessageReading.TryRead(Wire.Screening.Parser, body, screening => ToScreened(screening, at, secret))
        : kind == MessageKinds.Ruling
            ? MessageReading.TryRead(Wire.Ruling.Parser, body, ruling => new Ruled(at, ruling.Trainer.ToPeer(), ruling.Segment.ToCount(), ruling.Ruling_.ToEnum<Ruling>()))
        : kind == MessageKinds.Merging ? MessageReading.TryRead(Wire.Merging.Parser, body, merging => new Merged(at, merging.Candidate.ToBlob(), merging.Merge.Needed().ToMerge()))
        : kind == MessageKinds.Gating ? MessageReading.TryRead(Wire.Gating.Parser, body, gating => new Gated(at, gating.Gate.Needed().ToGate()))
        : kind == MessageKinds.Valuing
            ? MessageReading.TryRead(Wire.Valuing.Parser, body, valuing => new ClipsValued(at, valuing.Peer.ToPeer(), valuing.Clips.ToClips(ClipLimits.MostOfPeer)))
        : (RoundEvent?)null;

    private static Wire.Screening ToWire(Screened screened) => new()
    {
        Updates =
        {
            screened.Faults.Keys.Union(screened.Gains.Keys).Select(peer => new Wire.Screened
            {
                Peer = peer.ToWire(),
                Fault = (uint)screened.Faults.GetValueOrDefault(peer),
                Gain = screened.Gains.GetValueOrDefault(peer),
            }),
        },
    };

    private static Screened ToScreened(Wire.Screening screening, DateTimeOffset at, ReadOnlyMemory<byte> secret)
    {
        var peers = screening.Updates.DistinctBy(one => one.Peer).ToDictionary(one => one.Peer.ToPeer());
        return new Screened(
            at,
            peers.ToDictionary(one => one.Key, one => one.Value.Fault.ToEnum<Net.Merging.ScreenFault>()),
            peers.ToDictionary(one => one.Key, one => one.Value.Gain.ToNumber()),
            secret);
    }

    private static Message Of(EnvelopeKind kind, IMessage message) => new(kind, message.ToByteArray());
}
