using System.Text;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Envelopes;

/// <summary>Makes the envelopes of one peer: numbers, chains and signs them.</summary>
/// <remarks>
/// The first number after a start is the time in milliseconds since 1970, or one above the last known number if that is higher;
/// then they rise by one. So numbers rise also for a peer that lost its last seconds, or that was brought back from its 24 words
/// and knows nothing: as long as it makes fewer than a thousand envelopes a second over the time between two starts, and its
/// clock goes right. There must be one writer of an identity for each receiver. May be used by many threads; envelopes should
/// leave in the order in which they are made.
/// </remarks>
/// <param name="identity">Who signs; not disposed of here.</param>
/// <param name="network">The swarm.</param>
/// <param name="limits">What receivers take.</param>
/// <param name="clock">What time it is.</param>
public sealed class EnvelopeWriter(PeerIdentity identity, NetworkId network, EnvelopeLimits limits, TimeProvider clock)
{
    private readonly byte[] _network = Encoding.ASCII.GetBytes(network.ToString());
    private readonly Lock _lock = new();
    private SenderChain _chain = SenderChain.Empty;
    private bool _started;

    /// <summary>Where the chain ends: given at the start by who stored it; without it, numbers go by the clock.</summary>
    public SenderChain Chain
    {
        get
        {
            lock (_lock)
            {
                return _chain;
            }
        }
        init => _chain = value;
    }

    /// <summary>Makes the next envelope.</summary>
    /// <param name="kind">What the body means.</param>
    /// <param name="round">The round that it is about; 0 outside of rounds.</param>
    /// <param name="body">What it says; may be empty.</param>
    /// <exception cref="ArgumentException">No receiver would take it: the kind is unknown, or the body too large.</exception>
    public byte[] Write(EnvelopeKind kind, ulong round, ReadOnlySpan<byte> body)
    {
        if (limits.BodyOf(kind) is not { } most || body.Length > most)
        {
            throw new ArgumentException($"An envelope of kind {kind.Number} with a body of {body.Length} bytes is taken by nobody.", nameof(body));
        }

        lock (_lock)
        {
            var nowMs = (ulong)clock.GetUtcNow().ToUnixTimeMilliseconds();
            var seq = _started ? _chain.Seq + 1 : Math.Max(_chain.Seq + 1, nowMs);
            Span<byte> header = stackalloc byte[EnvelopeFormat.MostHeader];
            header = header[..WriteHeader(header, kind, round, (seq, nowMs))];
            var envelope = WriteOuter(header, body);
            var digest = Digest.Of(EnvelopeFormat.Purpose, envelope.AsSpan(..^EnvelopeFormat.SignatureField));
            identity.Sign(digest, envelope.AsSpan(^PeerIdentity.SignatureBytes..));
            (_chain, _started) = (new SenderChain(seq, digest), true);
            return envelope;
        }
    }

    private int WriteHeader(Span<byte> header, EnvelopeKind kind, ulong round, (ulong Seq, ulong UtcMs) at)
    {
        Span<byte> hash = stackalloc byte[Digest.Bytes];
        var wire = new WirePen(header);
        wire.Number(EnvelopeFormat.HeaderVersion, EnvelopeFormat.Version);
        wire.Bytes(EnvelopeFormat.HeaderNetId, _network);
        wire.Number(EnvelopeFormat.HeaderKind, kind.Number);
        wire.Number(EnvelopeFormat.HeaderRound, round);
        wire.Number(EnvelopeFormat.HeaderSeq, at.Seq);
        wire.Number(EnvelopeFormat.HeaderUtc, at.UtcMs);
        identity.Id.CopyTo(hash);
        wire.Bytes(EnvelopeFormat.HeaderSender, hash);
        _chain.Last.CopyTo(hash);
        wire.Bytes(EnvelopeFormat.HeaderPrev, hash);
        return wire.Position;
    }

    // The signature is left empty.
    private static byte[] WriteOuter(ReadOnlySpan<byte> header, ReadOnlySpan<byte> body)
    {
        var envelope = new byte[WirePen.FieldBytes(header.Length) + WirePen.FieldBytes(body.Length) + EnvelopeFormat.SignatureField];
        var wire = new WirePen(envelope);
        wire.Bytes(EnvelopeFormat.OuterHeader, header);
        wire.Bytes(EnvelopeFormat.OuterBody, body);
        wire.Bytes(EnvelopeFormat.OuterSignature, stackalloc byte[PeerIdentity.SignatureBytes]);
        return envelope;
    }
}
