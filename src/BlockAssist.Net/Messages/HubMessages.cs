using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds;
using Google.Protobuf;

namespace BlockAssist.Net.Messages;

/// <summary>What a hub says to peers: written by the hub from the commands of a round, read by a peer as the same commands.</summary>
public static class HubMessages
{
    /// <summary>The terms of a round that was opened.</summary>
    public static Message Open(RoundTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return Of(MessageKinds.OpenRound, new Wire.OpenRound { Terms = terms.ToWire() });
    }

    /// <summary>What a command has the hub say, and to whom; to everybody where nobody is named.</summary>
    /// <returns>Nothing for what the hub does itself, and for a refusal: that is the answer to whoever spoke.</returns>
    public static IEnumerable<(PeerId? To, Message Message)> Of(RoundCommand command) => command switch
    {
        Extend extend => [(null, Open(extend.Terms))],
        GrantLease grant => [(grant.Lease.Peer, Of(MessageKinds.Grant, new Wire.Grant { Lease = grant.Lease.ToWire() }))],
        AskToReveal ask => ask.Peers.Select(peer => ((PeerId?)peer, Of(MessageKinds.AskReveal, new Wire.AskReveal()))),
        AskForEvidence ask => [(ask.Peer, Of(MessageKinds.AskEvidence, new Wire.AskEvidence { Segments = { ask.Segments.Select(segment => (uint)segment) } }))],
        AskToReplay ask => [(ask.Verifier, Of(MessageKinds.AskReplay, ask.ToWire()))],
        AskForState ask => [(ask.Peer, Of(MessageKinds.AskState, new Wire.AskState { Trainer = ask.Trainer.ToWire(), Segment = (uint)ask.Segment, Step = (uint)ask.Step }))],
        Close close => [(null, Of(MessageKinds.CloseRound, new Wire.CloseRound { Record = close.Record.ToWire() }))],
        _ => [],
    };

    /// <summary>Reads what a hub said.</summary>
    /// <param name="kind">What it means.</param>
    /// <param name="peer">Who hears it.</param>
    /// <param name="body">What was said.</param>
    /// <returns>What is to be done, or what there is to know; null if it is nothing that a hub says. New terms come as <see cref="Extend"/>.</returns>
    public static RoundCommand? Read(EnvelopeKind kind, PeerId peer, ReadOnlySpan<byte> body) =>
        kind == MessageKinds.OpenRound ? MessageReading.TryRead(Wire.OpenRound.Parser, body, open => new Extend(open.Terms.Needed().ToTerms()))
        : kind == MessageKinds.Grant ? MessageReading.TryRead(Wire.Grant.Parser, body, grant => new GrantLease(grant.Lease.Needed().ToLease()))
        : kind == MessageKinds.AskReveal ? MessageReading.TryRead(Wire.AskReveal.Parser, body, _ => new AskToReveal([peer]))
        : kind == MessageKinds.AskEvidence ? MessageReading.TryRead(Wire.AskEvidence.Parser, body, ask => new AskForEvidence(peer, [.. ask.Segments.Select(segment => segment.ToCount())]))
        : kind == MessageKinds.AskReplay ? MessageReading.TryRead(Wire.AskReplay.Parser, body, ask => ask.ToAsk(peer))
        : kind == MessageKinds.AskState
            ? MessageReading.TryRead(Wire.AskState.Parser, body, ask => new AskForState(peer, ask.Trainer.ToPeer(), ask.Segment.ToCount(), ask.Step.ToCount()))
        : kind == MessageKinds.CloseRound ? MessageReading.TryRead(Wire.CloseRound.Parser, body, close => new Close(close.Record.Needed().ToRecord()))
        : (RoundCommand?)null;

    private static Message Of(EnvelopeKind kind, IMessage message) => new(kind, message.ToByteArray());
}
