using System.Numerics;
using BlockAssist.Chain.Values;
using CsCheck;

namespace BlockAssist.Chain.Tests.Values;

public sealed class WeiTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("1", "1000000000000000000")]
    [InlineData("0.000000000000000001", "1")]
    [InlineData("1.5", "1500000000000000000")]
    [InlineData("115792089237316195423570985008687907853269984665640564039457.584007913129639935", "115792089237316195423570985008687907853269984665640564039457584007913129639935")]
    public void Ether_is_exact(string ether, string wei)
    {
        Assert.Equal(BigInteger.Parse(wei, System.Globalization.CultureInfo.InvariantCulture), Wei.ParseEther(ether).Value);
        Assert.Equal(ether, Wei.ParseEther(ether).ToEther());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData("1.5.5")]
    [InlineData("1e3")]
    [InlineData("0.0000000000000000001")]
    [InlineData("115792089237316195423570985008687907853269984665640564039457.584007913129639936")]
    public void Anything_else_is_no_amount(string text) => Assert.Throws<ChainFormatException>(() => Wei.ParseEther(text));

    [Fact]
    public void Every_amount_comes_back_from_its_text() =>
        Gen.Byte.Array[32].Sample(bytes =>
        {
            var amount = new Wei(new BigInteger(bytes, isUnsigned: true));
            Assert.Equal(amount, Wei.ParseEther(amount.ToEther()));
        });

    [Fact]
    public void There_is_no_debt_and_nothing_beyond_256_bits()
    {
        Assert.Throws<OverflowException>(() => Wei.Zero - new Wei(1));
        Assert.Throws<OverflowException>(() => new Wei(BigInteger.One << 256));
        Assert.Equal(new Wei(3), new Wei(1) + new Wei(2));
        Assert.True(Wei.Gwei(1) > new Wei(999_999_999) && Wei.Gwei(1) <= new Wei(1_000_000_000));
    }
}
