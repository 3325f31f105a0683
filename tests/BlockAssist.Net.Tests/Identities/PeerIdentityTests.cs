using System.Security.Cryptography;
using System.Text;
using BlockAssist.Net.Identities;
using NSec.Cryptography;

namespace BlockAssist.Net.Tests.Identities;

public sealed class PeerIdentityTests
{
    // RFC 8032 §7.1, TEST 1.
    private const string Seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private const string PublicKey = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";
    private const string Signature = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";

    [Fact]
    public void The_keys_are_those_of_the_standard()
    {
        using var key = Key.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(Seed), KeyBlobFormat.RawPrivateKey);
        using var identity = PeerIdentity.FromSeed(Convert.FromHexString(Seed));

        Assert.Equal(new PeerId(Convert.FromHexString(PublicKey)), identity.Id);
        Assert.Equal(Signature, Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(key, [])));
    }

    [Fact]
    public void What_is_signed_is_the_hash_of_purpose_and_bytes()
    {
        using var key = Key.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(Seed), KeyBlobFormat.RawPrivateKey);
        using var identity = PeerIdentity.FromSeed(Convert.FromHexString(Seed));
        var signature = new byte[PeerIdentity.SignatureBytes];

        identity.Sign(Digest.Of("test/1", [1, 2, 3]), signature);

        Assert.Equal(SignatureAlgorithm.Ed25519.Sign(key, SHA256.HashData([.. "test/1"u8, 1, 2, 3])), signature);
    }

    [Fact]
    public void Only_the_signer_the_bytes_and_the_purpose_fit_together()
    {
        using var ada = Some.Peer(1);
        using var bob = Some.Peer(2);
        var signature = new byte[PeerIdentity.SignatureBytes];
        ada.Sign(Digest.Of("test/1", [1, 2, 3]), signature);

        Assert.True(ada.Id.HasSigned(Digest.Of("test/1", [1, 2, 3]), signature));
        Assert.False(bob.Id.HasSigned(Digest.Of("test/1", [1, 2, 3]), signature));
        Assert.False(ada.Id.HasSigned(Digest.Of("test/1", [1, 2, 4]), signature));
        Assert.False(ada.Id.HasSigned(Digest.Of("test/2", [1, 2, 3]), signature));
        Assert.False(ada.Id.HasSigned(Digest.Of("test/1", [1, 2, 3]), signature.AsSpan(..63)));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    public void A_weak_key_has_signed_nothing(string key)
    {
        // With such a key (RFC 7748 §7, points of small order) a signature of zeros fits many messages.
        var id = new PeerId(Convert.FromHexString(key));

        for (byte i = 0; i < 64; i++)
        {
            Assert.False(id.HasSigned(Digest.Of("test/1", [i]), new byte[PeerIdentity.SignatureBytes]));
            Assert.False(id.HasSigned(Digest.Of("test/1", [i]), [1, .. new byte[PeerIdentity.SignatureBytes - 1]]));
        }
    }

    [Fact]
    public void The_seed_is_what_HKDF_gives_for_the_label()
    {
        using var phrase = Some.Phrase(0x80);
        using var identity = PeerIdentity.Of(phrase);
        var seed = HKDF.DeriveKey(HashAlgorithmName.SHA256, [.. Enumerable.Repeat((byte)0x80, 32)], 32, info: Encoding.ASCII.GetBytes("blockassist/peer/1"));
        using var again = PeerIdentity.FromSeed(seed);

        Assert.Equal(again.Id, identity.Id);
    }

    [Fact]
    public void Another_label_gives_another_key()
    {
        using var phrase = Some.Phrase(1);
        var (peer, chain) = (new byte[32], new byte[32]);

        phrase.DeriveKey("blockassist/peer/1", peer);
        phrase.DeriveKey("blockassist/chain/1", chain);

        Assert.NotEqual(peer, chain);
    }

    [Fact]
    public void As_text_it_is_its_id_and_the_key_cannot_be_taken_out()
    {
        using var identity = Some.Peer(1);

        Assert.Equal(identity.Id.ToString(), $"{identity}");
        Assert.DoesNotContain(typeof(PeerIdentity).GetProperties(), property => property.PropertyType != typeof(PeerId));
    }

    [Fact]
    public void After_the_end_nothing_is_signed()
    {
        var identity = Some.Peer(1);
        identity.Dispose();

        Assert.ThrowsAny<Exception>(() => identity.Sign(Digest.Of("test/1", []), new byte[PeerIdentity.SignatureBytes]));
    }
}
