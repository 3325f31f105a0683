using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;

namespace BlockAssist.Net.Tests.Links;

public sealed class PeerCertificateTests : IDisposable
{
    private readonly PeerIdentity _ada = Some.Peer(1);
    private readonly PeerIdentity _mallory = Some.Peer(66);

    public void Dispose()
    {
        _ada.Dispose();
        _mallory.Dispose();
    }

    [Fact]
    public void A_certificate_is_its_peers_and_has_a_key_of_its_own_each_time()
    {
        using var one = PeerCertificate.Create(_ada, Some.Clock());
        using var other = PeerCertificate.Create(_ada, Some.Clock());

        Assert.Equal((_ada.Id, _ada.Id), (PeerCertificate.PeerOf(one), PeerCertificate.PeerOf(other)));
        Assert.True(one.HasPrivateKey);
        Assert.NotEqual(one.GetPublicKey(), other.GetPublicKey());
    }

    [Fact]
    public void Who_sees_only_the_bytes_of_a_certificate_sees_whose_it_is()
    {
        using var certificate = PeerCertificate.Create(_ada, Some.Clock());
        using var seen = X509CertificateLoader.LoadCertificate(certificate.RawData);

        Assert.Equal(_ada.Id, PeerCertificate.PeerOf(seen));
    }

    [Fact]
    public void No_certificate_is_nobodys() => Assert.Null(PeerCertificate.PeerOf(null));

    [Fact]
    public void The_extension_of_another_certificate_is_nobodys()
    {
        using var certificate = PeerCertificate.Create(_ada, Some.Clock());
        var stolen = Extension(certificate);

        using var forged = With(new X509Extension(stolen.Oid!, stolen.RawData, critical: false));

        Assert.Null(PeerCertificate.PeerOf(forged));
    }

    [Fact]
    public void The_signature_of_another_peer_is_nobodys()
    {
        using var certificate = PeerCertificate.Create(_mallory, Some.Clock());
        var (oid, bytes) = (Extension(certificate).Oid!.Value!, Extension(certificate).RawData);
        var key = new byte[PeerId.Bytes];
        _ada.Id.CopyTo(key);
        key.CopyTo(bytes, 4);

        using var forged = With(new X509Extension(oid, bytes, critical: false));

        Assert.Null(PeerCertificate.PeerOf(forged));
    }

    [Fact]
    public void A_certificate_without_the_extension_is_nobodys()
    {
        using var certificate = With();

        Assert.Null(PeerCertificate.PeerOf(certificate));
    }

    [Fact]
    public void Whatever_is_in_the_extension_it_is_nobodys_and_nothing_is_thrown()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var good = Good(key);
        using (var certificate = With(key, good))
        {
            Assert.Equal(_ada.Id, PeerCertificate.PeerOf(certificate));
        }

        byte[][] garbled = [[], [0x30], [.. good, 0], good[..^1], [.. good[..^1], (byte)(good[^1] ^ 1)], new byte[good.Length], new byte[10_000], Sequence(31, 64), Sequence(32, 63), Sequence(32, 64, more: 1), Sequence(32, 64)];
        foreach (var bytes in garbled)
        {
            using var certificate = With(key, bytes);
            Assert.Null(PeerCertificate.PeerOf(certificate));
        }
    }

    // As it should be, for a key of P-256.
    private byte[] Good(ECDsa key)
    {
        var (peer, signature) = (new byte[PeerId.Bytes], new byte[PeerIdentity.SignatureBytes]);
        _ada.Id.CopyTo(peer);
        _ada.Sign(Digest.Of("swarm-tls/1", key.ExportSubjectPublicKeyInfo()), signature);
        return Sequence(peer, signature);
    }

    private static byte[] Sequence(int key, int signature, int more = 0) => Sequence([new byte[key], new byte[signature], .. Enumerable.Repeat(new byte[1], more)]);

    private static byte[] Sequence(params byte[][] fields)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            Array.ForEach(fields, field => writer.WriteOctetString(field));
        }

        return writer.Encode();
    }

    private X509Certificate2 With(ECDsa key, byte[] extension)
    {
        using var certificate = PeerCertificate.Create(_ada, Some.Clock());
        return With(key, new X509Extension(Extension(certificate).Oid!, extension, critical: false));
    }

    private static X509Certificate2 With(params X509Extension[] extensions)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return With(key, extensions);
    }

    private static X509Certificate2 With(ECDsa key, params X509Extension[] extensions)
    {
        var request = new CertificateRequest("CN=blockassist", key, HashAlgorithmName.SHA256);
        Array.ForEach(extensions, request.CertificateExtensions.Add);
        return request.CreateSelfSigned(Some.Noon, Some.Noon.AddDays(1));
    }

    private static X509Extension Extension(X509Certificate2 certificate) => certificate.Extensions.Single();
}
