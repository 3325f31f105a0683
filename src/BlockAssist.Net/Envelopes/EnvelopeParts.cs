using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Envelopes;

/// <summary>Where the parts of an envelope are, before anything of it is believed.</summary>
internal ref struct EnvelopeParts
{
    /// <summary>All that is signed: everything before the signature's field.</summary>
    public ReadOnlySpan<byte> Signed;
    public ReadOnlySpan<byte> Signature;
    public int BodyStart;
    public int BodyLength;
    public ulong Version;
    public ReadOnlySpan<byte> NetId;
    public ulong Kind;
    public ulong Round;
    public ulong Seq;
    public ulong UtcMs;
    public PeerId Sender;
    public Digest Prev;

    /// <summary>Finds the parts.</summary>
    /// <returns>Why they cannot be found; null if they are. Of a later version only <see cref="Version"/> is known then.</returns>
    public static RefusalReason? Find(ReadOnlySpan<byte> envelope, out EnvelopeParts parts)
    {
        parts = default;
        var outer = new WireCursor(envelope);
        var header = outer.Bytes(EnvelopeFormat.OuterHeader, least: 1, most: envelope.Length);
        parts.BodyLength = outer.OptionalBytes(EnvelopeFormat.OuterBody, envelope.Length).Length;
        parts.BodyStart = outer.Position - parts.BodyLength;
        parts.Signed = envelope[..outer.Position];
        parts.Signature = outer.Bytes(EnvelopeFormat.OuterSignature, PeerIdentity.SignatureBytes, PeerIdentity.SignatureBytes);
        return outer.IsAtEnd ? FindHeader(header, ref parts) : RefusalReason.NotAnEnvelope;
    }

    private static RefusalReason? FindHeader(ReadOnlySpan<byte> header, ref EnvelopeParts parts)
    {
        var fields = new WireCursor(header);
        parts.Version = fields.Number(EnvelopeFormat.HeaderVersion);
        if (parts.Version is not (0 or EnvelopeFormat.Version))
        {
            return RefusalReason.UnknownVersion;
        }

        parts.NetId = fields.Bytes(EnvelopeFormat.HeaderNetId, 1, NetworkId.MostLetters);
        parts.Kind = fields.Number(EnvelopeFormat.HeaderKind);
        parts.Round = fields.OptionalNumber(EnvelopeFormat.HeaderRound);
        parts.Seq = fields.Number(EnvelopeFormat.HeaderSeq);
        parts.UtcMs = fields.Number(EnvelopeFormat.HeaderUtc);
        var sender = fields.Bytes(EnvelopeFormat.HeaderSender, PeerId.Bytes, PeerId.Bytes);
        var prev = fields.Bytes(EnvelopeFormat.HeaderPrev, Digest.Bytes, Digest.Bytes);
        if (!fields.IsAtEnd || parts.Kind > uint.MaxValue)
        {
            return RefusalReason.NotAnEnvelope;
        }

        (parts.Sender, parts.Prev) = (new PeerId(sender), new Digest(prev));
        return null;
    }
}
