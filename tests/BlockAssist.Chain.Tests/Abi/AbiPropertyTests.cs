using System.Numerics;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Values;
using CsCheck;

namespace BlockAssist.Chain.Tests.Abi;

/// <summary>Values of types that nobody thought of, and bytes that nobody wrote.</summary>
public sealed class AbiPropertyTests
{
    private const string Letters = "(),[]tupleindx 0123456789byfsa$_";

    private static readonly string[] Plain = ["bool", "address", "string", "bytes", "function", "fixed128x18"];

    private static readonly Gen<string> Simple = Gen.OneOf(
        Gen.Int[1, 32].Select(bytes => $"uint{8 * bytes}"), Gen.Int[1, 32].Select(bytes => $"int{8 * bytes}"), Gen.Int[1, 32].Select(bytes => $"bytes{bytes}"),
        Gen.Int[0, Plain.Length - 1].Select(i => Plain[i]));

    private static readonly Gen<string> Types = Gen.Recursive<string>((depth, inner) => depth > 3
        ? Simple
        : Gen.OneOf(
            Simple, inner.Array[1, 4].Select(parts => $"({string.Join(',', parts)})"), inner.Select(element => $"{element}[]"),
            Gen.Select(inner, Gen.Int[1, 3], (element, count) => $"{element}[{count}]")));

    [Fact]
    public void Any_value_of_any_type_comes_back() =>
        Gen.Select(Types, Gen.ULong).Sample(
            (text, seed) =>
            {
                var type = AbiType.Parse(text);
                var value = AnyValue.Of(type, new Random((int)seed));

                var bytes = type.Encode(value);
                var back = type.Decode(bytes);

                Assert.Equal(text, type.Name);
                Assert.Equal(0, bytes.Length % 32);
                Assert.Equal(value, back);
                Assert.Equal(bytes, type.Encode(back));
            },
            iter: 2000);

    [Fact]
    public void Damaged_bytes_are_refused_or_read_and_never_more()
    {
        AbiType[] types = [.. ((string[])["uint256", "string", "(bytes,(bool,address)[])[]", "int8[3][]", "(string,bytes4)[2]", "bytes[][][]"]).Select(AbiType.Parse)];
        var random = new Random(5);
        var corpus = types.Select(type => type.Encode(AnyValue.Of(type, random))).Where(bytes => bytes.Length > 0).ToArray();

        FuzzRun.Over(corpus, 500, damaged =>
        {
            foreach (var type in types)
            {
                try
                {
                    type.Decode(damaged);
                }
                catch (ChainFormatException)
                {
                    // Refused.
                }
            }
        });
    }

    [Fact]
    public void Parts_that_point_at_one_place_over_and_over_are_refused()
    {
        // Each of 1000 arrays is said to be where the first is, and each of its parts likewise.
        var type = AbiType.Parse("bytes[][][]");
        var bytes = new byte[32 * 1002];
        bytes[31] = 0x20;
        (bytes[62], bytes[63]) = (1000 >> 8, 1000 & 0xFF);

        Assert.Throws<ChainFormatException>(() => type.Decode(bytes));
    }

    [Theory]
    [InlineData("uint256[]", 0x7FFF_FFFF)]
    [InlineData("bytes", 0x7FFF_FFFF)]
    [InlineData("(string,bool)[]", 0x1000_0000)]
    public void Nothing_that_bytes_claim_takes_memory(string text, int claimed)
    {
        var type = AbiType.Parse(text);
        var bytes = new byte[96];
        bytes[31] = 0x20;
        new BigInteger(claimed).TryWriteBytes(bytes.AsSpan(60), out _, isUnsigned: true, isBigEndian: true);

        var spent = Garbage.Of(() => Assert.Throws<ChainFormatException>(() => type.Decode(bytes)));

        Assert.InRange(spent, 0, 100_000);
    }

    [Fact]
    public void Random_texts_are_types_or_refused_and_never_more() =>
        Gen.Int[0, Letters.Length - 1].Array[0, 40].Sample(letters =>
        {
            var text = string.Concat(letters.Select(letter => Letters[letter]));
            try
            {
                Assert.Equal(AbiType.Parse(text).Name, AbiType.Parse(AbiType.Parse(text).Name).Name);
            }
            catch (ChainFormatException)
            {
                // Refused.
            }
        });
}
