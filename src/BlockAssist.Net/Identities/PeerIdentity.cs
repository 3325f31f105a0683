using System.Security.Cryptography;
using NSec.Cryptography;

namespace BlockAssist.Net.Identities;

/// <summary>A peer's own key: signs for it, and is never shown.</summary>
/// <remarks>
/// The seed of the Ed25519 key (RFC 8032) is what the recovery phrase gives for the label <c>blockassist/peer/1</c>. The key is in
/// guarded memory of the library and cannot be taken out again. May be used by many threads.
/// </remarks>
public sealed class PeerIdentity : IDisposable
{
    /// <summary>How many bytes a signature has.</summary>
    public const int SignatureBytes = 64;

    internal const string Label = "blockassist/peer/1";

    private readonly Key _key;

    private PeerIdentity(Key key) =>
        (_key, Id) = (key, new PeerId(key.PublicKey.Export(KeyBlobFormat.RawPublicKey)));

    /// <summary>Who it is, for others.</summary>
    public PeerId Id { get; }

    /// <summary>The identity that a recovery phrase stands for.</summary>
    public static PeerIdentity Of(RecoveryPhrase phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        Span<byte> seed = stackalloc byte[32];
        phrase.DeriveKey(Label, seed);
        var identity = FromSeed(seed);
        CryptographicOperations.ZeroMemory(seed);
        return identity;
    }

    /// <summary>Signs a digest.</summary>
    public void Sign(Digest digest, Span<byte> signature)
    {
        Span<byte> bytes = stackalloc byte[Digest.Bytes];
        digest.CopyTo(bytes);
        SignatureAlgorithm.Ed25519.Sign(_key, bytes, signature);
    }

    /// <summary>The id, and nothing of the key.</summary>
    public override string ToString() => Id.ToString();

    /// <summary>Overwrites the key.</summary>
    public void Dispose() => _key.Dispose();

    internal static PeerIdentity FromSeed(ReadOnlySpan<byte> seed) =>
        new(Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey));
}
