using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Links;

/// <summary>Certificates by which peers know each other in a TLS handshake: of a key made for the day, which the peer's own key has signed.</summary>
/// <remarks>
/// TLS libraries do not take Ed25519 everywhere, so the certificate's key is one of P-256. An extension has the peer's key and its signature of
/// SHA-256("swarm-tls/1" ‖ SubjectPublicKeyInfo), as two octet strings in a sequence; the idea is that of libp2p's TLS handshake. Nothing else
/// in a certificate means anything: neither names, nor times, nor who issued it.
/// </remarks>
public static class PeerCertificate
{
    private const string Purpose = "swarm-tls/1";
    private const string Extension = "2.25.214912833478530423188903410478093716021";
    private const int LongestExtension = 256;

    /// <summary>A certificate for a peer; new each time.</summary>
    /// <param name="identity">The peer.</param>
    /// <param name="clock">What time it is.</param>
    public static X509Certificate2 Create(PeerIdentity identity, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(clock);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=blockassist", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509Extension(Extension, Signed(identity, key.ExportSubjectPublicKeyInfo()), critical: false));
        var now = clock.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(1));

        // Windows' TLS takes no key that is in memory alone.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }

    /// <summary>Whose certificate it is; null if it is nobody's.</summary>
    public static PeerId? PeerOf(X509Certificate2? certificate)
    {
        if (certificate?.Extensions[Extension]?.RawData is not { Length: <= LongestExtension } extension)
        {
            return null;
        }

        try
        {
            var all = new AsnReader(extension, AsnEncodingRules.DER);
            var fields = all.ReadSequence();
            var (key, signature) = (fields.ReadOctetString(), fields.ReadOctetString());
            if (all.HasData || fields.HasData || key.Length != PeerId.Bytes || signature.Length != PeerIdentity.SignatureBytes)
            {
                return null;
            }

            var peer = new PeerId(key);
            return peer.HasSigned(Digest.Of(Purpose, certificate.PublicKey.ExportSubjectPublicKeyInfo()), signature) ? peer : null;
        }
        catch (Exception error) when (error is AsnContentException or CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Signed(PeerIdentity identity, ReadOnlySpan<byte> keyInfo)
    {
        Span<byte> key = stackalloc byte[PeerId.Bytes];
        Span<byte> signature = stackalloc byte[PeerIdentity.SignatureBytes];
        identity.Id.CopyTo(key);
        identity.Sign(Digest.Of(Purpose, keyInfo), signature);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteOctetString(key);
            writer.WriteOctetString(signature);
        }

        return writer.Encode();
    }
}
