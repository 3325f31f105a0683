namespace BlockAssist.Net.Envelopes;

/// <summary>The numbers of envelope.proto.</summary>
internal static class EnvelopeFormat
{
    /// <summary>The version that is written, and the only one that is read.</summary>
    public const uint Version = 1;

    /// <summary>What versions are of, in messages.</summary>
    public const string Kind = "signed messages";

    /// <summary>What the digest that is signed begins with.</summary>
    public const string Purpose = "swarm/1";

    // Number and wire type of each field, as they stand before it: one byte each.
    public const byte OuterHeader = 0x0A;
    public const byte OuterBody = 0x12;
    public const byte OuterSignature = 0x1A;
    public const byte HeaderVersion = 0x08;
    public const byte HeaderNetId = 0x12;
    public const byte HeaderKind = 0x18;
    public const byte HeaderRound = 0x20;
    public const byte HeaderSeq = 0x28;
    public const byte HeaderUtc = 0x30;
    public const byte HeaderSender = 0x3A;
    public const byte HeaderPrev = 0x42;

    /// <summary>The bytes at the end that are not signed: the signature, its tag and its length.</summary>
    public const int SignatureField = 2 + Identities.PeerIdentity.SignatureBytes;

    /// <summary>The most bytes of a header: 2 + 34 + 6 + 3·11 + 2·34.</summary>
    public const int MostHeader = 143;

    /// <summary>The most bytes of an envelope without its body: the header with tag and length, tag and length of the body, the signature.</summary>
    public const int MostBesidesBody = 3 + MostHeader + 6 + SignatureField;
}
