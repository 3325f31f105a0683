using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Values;

public sealed class Keccak256Tests
{
    [Fact]
    public void Hashes_are_those_of_the_vectors() =>
        Assert.All(Vectors.Read("hashes.json").EnumerateArray(), vector =>
            Assert.Equal(Hash32.Parse(vector.Text("keccak256")), Keccak256.Of(vector.Hex("data"))));

    [Fact]
    public void Nothing_has_the_hash_that_everybody_knows()
    {
        var empty = Keccak256.Of("");

        Assert.Equal("0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470", empty.ToString());
        Assert.Equal(empty, new Hash32(empty.ToArray()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0x12")]
    [InlineData("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("0xg5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    public void Another_text_is_no_hash(string? text) => Assert.Throws<ChainFormatException>(() => Hash32.Parse(text));
}
