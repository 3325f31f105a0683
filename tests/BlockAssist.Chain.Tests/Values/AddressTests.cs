using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;
using CsCheck;

namespace BlockAssist.Chain.Tests.Values;

public sealed class AddressTests
{
    private const string Mixed = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    [Theory]
    [InlineData(Mixed)]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")]
    [InlineData("0x52908400098527886E0F7030069857D2E4169EE7")]
    public void The_examples_of_the_standard_come_back(string text) => Assert.Equal(text, Address.Parse(text).ToString());

    [Fact]
    public void Without_a_checksum_small_or_large_letters_are_taken()
    {
        Assert.Equal(Mixed, Address.Parse(Mixed.ToLowerInvariant()).ToString());
        Assert.Equal(Mixed, Address.Parse("0x" + Mixed[2..].ToUpperInvariant()).ToString());
    }

    [Theory]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed")]
    [InlineData("0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeg")]
    [InlineData("0X5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_refused(string? text)
    {
        Assert.False(Address.TryParse(text, out var address));
        Assert.Equal(default, address);
        Assert.Throws<ChainFormatException>(() => Address.Parse(text));
    }

    [Fact]
    public void Any_address_comes_back_from_its_text() =>
        Gen.Byte.Array[Address.Bytes].Sample(bytes =>
        {
            var address = new Address(bytes);
            Assert.Equal(address, Address.Parse(address.ToString()));
            Assert.Equal(bytes, address.ToArray());
        });

    [Fact]
    public void Keys_have_the_addresses_of_the_vectors()
    {
        foreach (var vector in Vectors.Read("accounts.json").EnumerateArray())
        {
            using var signer = LocalSigner.Of(vector.Hex("privateKey"));
            Assert.Equal(vector.Text("address"), signer.Address.ToString());
        }

        foreach (var vector in Vectors.Read("et/keyaddrtest.json").EnumerateArray())
        {
            using var signer = LocalSigner.Of(vector.Hex("key"));
            Assert.Equal(vector.Hex("addr"), signer.Address.ToArray());
        }
    }

    [Fact]
    public void Contracts_have_the_addresses_of_the_vectors()
    {
        var count = 0;
        foreach (var maker in Vectors.Read("create.json").EnumerateArray())
        {
            foreach (var made in maker.GetProperty("creates").EnumerateArray())
            {
                Assert.Equal(made.Text("address"), CreatedContract.AddressOf(Address.Parse(maker.Text("sender")), made.GetProperty("nonce").GetUInt64()).ToString());
                count++;
            }
        }

        Assert.InRange(count, 10, int.MaxValue);
    }
}
