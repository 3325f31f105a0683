using System.Globalization;
using System.Numerics;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rpc;

/// <summary>Numbers as nodes write them: 0x and hexadecimal digits without zeros before them.</summary>
internal static class Quantity
{
    private const int MostDigits = 64;

    public static string Of(BigInteger number)
    {
        var digits = number.ToString("x", CultureInfo.InvariantCulture).TrimStart('0');
        return digits.Length == 0 ? "0x0" : "0x" + digits;
    }

    /// <exception cref="ChainFormatException">It is none, or of more than 256 bits.</exception>
    public static BigInteger Read(string? text) =>
        text is ['0', 'x', _, ..] && text.Length <= MostDigits + 2 && BigInteger.TryParse("0" + text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ChainFormatException($"'{Hex.Shown(text)}' is no number; expected 0x and hexadecimal digits");

    /// <exception cref="ChainFormatException">It is none, or of more than 64 bits.</exception>
    public static ulong ReadUInt64(string? text) => Read(text) is var number && number <= ulong.MaxValue
        ? (ulong)number
        : throw new ChainFormatException($"'{Hex.Shown(text)}' is a number of more than 64 bits");
}
