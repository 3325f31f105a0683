using BlockAssist.Net.Identities;
using CsCheck;

namespace BlockAssist.Net.Tests.Identities;

public sealed class DigestTests
{
    [Fact]
    public void A_digest_comes_back_from_its_text() =>
        Gen.Byte.Array[Digest.Bytes].Sample(bytes =>
        {
            var digest = new Digest(bytes);
            Assert.True(Digest.TryParse(digest.ToString(), out var back));
            Assert.Equal(digest, back);
            Assert.Equal(Convert.ToHexStringLower(bytes), digest.ToString());
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("xx00000000000000000000000000000000000000000000000000000000000000")]
    public void Another_text_is_no_digest(string? text) => Assert.False(Digest.TryParse(text, out _));
}
