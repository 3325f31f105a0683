using System.Numerics;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Abi;

/// <summary>Values of a type, by chance; of numbers now and then the least, the most, or the one between.</summary>
internal static class AnyValue
{
    public static object Of(AbiType type, Random random) => type switch
    {
        AbiNumber number => Number(number, random),
        AbiBool => random.Next(2) == 0,
        AbiAddress => new Address(Bytes(Address.Bytes, random)),
        AbiBytes { IsText: true } => string.Concat(Enumerable.Range(0, random.Next(50)).Select(_ => random.Next(3) == 0 ? "漢" : "a")),
        AbiBytes => Bytes(random.Next(70), random),
        AbiFixedBytes => Bytes(type.Name == "function" ? 24 : int.Parse(type.Name["bytes".Length..], System.Globalization.CultureInfo.InvariantCulture), random),
        AbiArray array => Enumerable.Range(0, array.Count ?? random.Next(4)).Select(_ => Of(array.Element, random)).ToArray(),
        AbiTuple tuple => tuple.Parts.Select(part => Of(part.Type, random)).ToArray(),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static BigInteger Number(AbiNumber type, Random random)
    {
        var digits = type.Name.SkipWhile(char.IsAsciiLetter).TakeWhile(char.IsAsciiDigit);
        var bits = int.Parse(string.Concat(digits), System.Globalization.CultureInfo.InvariantCulture);
        var number = random.Next(8) switch
        {
            0 => BigInteger.Zero,
            1 => (BigInteger.One << bits) - 1,
            2 => BigInteger.One << (bits - 1),
            _ => new BigInteger(Bytes(bits / 8, random), isUnsigned: true),
        };
        return type.IsSigned ? number - (BigInteger.One << (bits - 1)) : number;
    }

    private static byte[] Bytes(int count, Random random)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }
}
