using BlockAssist.Net.Identities;
using CsCheck;

namespace BlockAssist.Net.Tests.Identities;

public sealed class PeerIdTests
{
    // The first is the Ed25519 key of the test vectors in libp2p's specs/peer-ids/peer-ids.md; the other three were made with
    // go-libp2p for nim-libp2p's tests/testpeerid.nim. Of each the seed, the public key and the id.
    public static TheoryData<string, string, string> Published => new()
    {
        { "7e0830617c4a7de83925dfb2694556b12936c477a0e1feb2e148ec9da60fee7d", "1ed1e8fae2c4a144b8be8fd4b47bf3d3b34b871c3cacf6010f0e42d474fce27e", "12D3KooWBtg3aaRMjxwedh83aGiUkwSxDwUZkzuJcfaqUmo7R3pq" },
        { "B6F99B4E4422C516F1BD135B4D2B02AE62C48388CE31AFBA16496D242FABE09B", "F3848ADABAA9F1E1230A3B94EDD3247C2395397EAFB59790B86595F94F1CD6B9", "12D3KooWSCxTfVvMBJbpF75PQmnFdxdBfC1ZxAGYbFc3U9MjALXz" },
        { "C1F64B208C6D3F52DDDC2CFDB41D5555956C6D6AC6A006C0547C94D8AD00A639", "AF87C6EA4451B2C7ACF7E24AB3B8FDE206A984BB0F1C1338CB17AAF65E944007", "12D3KooWMdZbdEudjgnCvQLoSoiqhQ4ET2gaA1d4JpC1CBkUnfzn" },
        { "1C2228F2880999FEC64401DD33A48C9C56FAF47EEB715CEA57F9F3BFEAA6E9E1", "32EFF1CABC2A629690CCE7978241315A965F3A1702AC63860BE42D72265EF250", "12D3KooWDFCm93uCnm8tVdk3DYxNeMFxMGBaywVSt8a8ULtdLoeX" },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void Ids_are_those_of_libp2p(string seed, string key, string id)
    {
        using var identity = PeerIdentity.FromSeed(Convert.FromHexString(seed));

        Assert.Equal(new PeerId(Convert.FromHexString(key)), identity.Id);
        Assert.Equal(id, identity.Id.ToString());
        Assert.Equal(identity.Id, PeerId.Parse(id));
    }

    [Fact]
    public void Every_key_has_one_text_and_comes_back_from_it() =>
        Gen.Byte.Array[PeerId.Bytes].Sample(key =>
        {
            var id = new PeerId(key);
            var back = new byte[PeerId.Bytes];
            PeerId.Parse(id.ToString()).CopyTo(back);

            Assert.StartsWith("12D3KooW", id.ToString(), StringComparison.Ordinal);
            Assert.Equal(PeerId.Letters, id.ToString().Length);
            Assert.Equal(key, back);
        });

    [Fact]
    public void Peers_are_in_the_order_of_their_keys_bytes_and_of_their_texts() =>
        Gen.Select(Gen.Byte.Array[PeerId.Bytes], Gen.Byte, Gen.Int[0, PeerId.Bytes - 1]).Sample((key, other, at) =>
        {
            var (one, changed) = (new PeerId(key), new PeerId([.. key[..at], other, .. key[(at + 1)..]]));
            var order = key[at].CompareTo(other);

            Assert.Equal(Math.Sign(order), Math.Sign(one.CompareTo(changed)));
            Assert.Equal(Math.Sign(order), Math.Sign(string.CompareOrdinal(one.ToString(), changed.ToString())));
            Assert.Equal((order < 0, order <= 0, order > 0, order >= 0), (one < changed, one <= changed, one > changed, one >= changed));
        });

    [Fact]
    public void Of_two_bytes_that_differ_the_first_decides()
    {
        byte[] low = [.. new byte[PeerId.Bytes - 1], 0xff], high = [0x80, .. new byte[PeerId.Bytes - 1]];

        Assert.Equal([new PeerId(low), new PeerId(high)], new[] { new PeerId(high), new PeerId(low) }.Order());
    }

    [Fact]
    public void Any_text_is_an_id_or_refused_and_never_anything_else() =>
        Gen.OneOf(Gen.String, Gen.Char['1', 'z'].Array[PeerId.Letters].Select(letters => "12D3KooW" + new string(letters[8..]))).Sample(text =>
        {
            if (PeerId.TryParse(text, out var id))
            {
                Assert.Equal(text, id.ToString());
                return;
            }

            Assert.Contains("expected 52 letters that begin with 12D3KooW", Assert.Throws<IdentityException>(() => PeerId.Parse(text)).Message, StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("", "0 letters")]
    [InlineData("12D3KooWBtg3aaRMjxwedh83aGiUkwSxDwUZkzuJcfaqUmo7R3p", "51 letters")]
    [InlineData("12D3KooWBtg3aaRMjxwedh83aGiUkwSxDwUZkzuJcfaqUmo7R3pqq", "53 letters")]
    [InlineData("12D3KooWBtg3aaRMjxwedh83aGiUkwSxDwUZkzuJcfaqUmo7R30q", "has a '0'")]
    [InlineData("12D3KooWBtg3aaRMjxwedh83aGiUkwSxDwUZkzuJcfaqUmo7R3 q", "no blanks")]
    [InlineData("16Uiu2HAmLhLvBoYaoZfaMUKuibM6ac163GwKY74c5kiSLg5KvLp", "52 letters", false)]
    [InlineData("QmYyQSo1c1Ym7orWxLYvCrM2EmxFTANf8wXmmE7DWjhx5N", "46 letters")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "of an Ed25519 key")]
    public void What_is_no_id_is_told_why(string text, string why, bool inReason = true)
    {
        var error = Assert.Throws<IdentityException>(() => PeerId.Parse(text));

        Assert.Contains(why, inReason ? error.Message[..error.Message.IndexOf("; expected", StringComparison.Ordinal)] : error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_not_repeated_in_the_error() =>
        Assert.True(Assert.Throws<IdentityException>(() => PeerId.Parse(new string('1', 1_000_000))).Message.Length < 200);
}
