using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using BlockAssist.Chain.Rlp;
using BlockAssist.Chain.Values;
using CsCheck;

namespace BlockAssist.Chain.Tests.Rlp;

public sealed class RlpTests
{
    private static readonly Gen<RlpItem> Items = Gen.Recursive<RlpItem>((depth, inner) => depth > 4
        ? Gen.Byte.Array[0, 80].Select(bytes => RlpItem.Of(bytes))
        : Gen.OneOf(Gen.Byte.Array[0, 80].Select(bytes => RlpItem.Of(bytes)), inner.Array[0, 6].Select(items => RlpItem.ListOf(items))));

    [Fact]
    public void Items_are_the_bytes_of_the_vectors_and_back()
    {
        foreach (var vector in Vectors.Read("rlp.json").EnumerateArray())
        {
            Agree(Decoded(vector.GetProperty("decoded")), vector.Hex("encoded"));
        }

        foreach (var vector in Vectors.Read("et/rlptest.json").EnumerateObject())
        {
            Agree(Told(vector.Value.GetProperty("in")), vector.Value.Hex("out"));
        }
    }

    [Fact]
    public void What_is_not_as_it_should_be_is_refused() =>
        Assert.All(Vectors.Read("et/invalidRLPTest.json").EnumerateObject(), vector =>
            Assert.Throws<ChainFormatException>(() => RlpReader.Read(vector.Value.Hex("out"))));

    [Fact]
    public void Any_item_comes_back() => Items.Sample(item =>
    {
        var bytes = RlpWriter.Write(item);
        Assert.Equal(bytes, RlpWriter.Write(RlpReader.Read(bytes)));
    });

    [Fact]
    public void Of_damaged_bytes_only_what_would_be_written_so_is_taken()
    {
        byte[][] corpus =
        [
            RlpWriter.Write(RlpItem.ListOf(RlpItem.Of(1), RlpItem.Of(new byte[300]), RlpItem.ListOf(RlpItem.Of(0), RlpItem.Of(BigInteger.Pow(2, 200))))),
            RlpWriter.Write(RlpItem.ListOf([.. Enumerable.Range(0, 60).Select(i => RlpItem.Of(i))])),
        ];

        FuzzRun.Over(corpus, 5000, damaged =>
        {
            try
            {
                Assert.Equal(damaged, RlpWriter.Write(RlpReader.Read(damaged)));
            }
            catch (ChainFormatException)
            {
                // Refused.
            }
        });
    }

    [Fact]
    public void Lists_in_each_other_have_an_end()
    {
        static byte[] Nested(int depth) => RlpWriter.Write(Enumerable.Range(0, depth).Aggregate(RlpItem.ListOf(), (item, _) => RlpItem.ListOf(item)));

        Assert.True(RlpReader.Read(Nested(60)).IsList);
        Assert.Contains("deeper than", Assert.Throws<ChainFormatException>(() => RlpReader.Read(Nested(70))).Message, StringComparison.Ordinal);
    }

    private static void Agree(RlpItem item, byte[] bytes)
    {
        Assert.Equal(bytes, RlpWriter.Write(item));
        Assert.Equal(bytes, RlpWriter.Write(RlpReader.Read(bytes)));
    }

    private static RlpItem Decoded(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? RlpItem.ListOf([.. value.EnumerateArray().Select(Decoded)])
        : RlpItem.Of(Vectors.Bytes(value.GetString()!));

    // Numbers as JSON, or behind a #; texts byte for byte.
    private static RlpItem Told(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => RlpItem.ListOf([.. value.EnumerateArray().Select(Told)]),
        JsonValueKind.Number => RlpItem.Of(value.GetInt64()),
        _ when value.GetString() is ['#', .. var digits] => RlpItem.Of(BigInteger.Parse(digits, CultureInfo.InvariantCulture)),
        _ => RlpItem.Of(Encoding.UTF8.GetBytes(value.GetString()!)),
    };
}
