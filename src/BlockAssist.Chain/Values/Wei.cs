using System.Globalization;
using System.Numerics;

namespace BlockAssist.Chain.Values;

/// <summary>An amount of money, in the smallest unit; 10¹⁸ are an ether. At most 2²⁵⁶ − 1, never less than nothing.</summary>
public readonly record struct Wei : IComparable<Wei>
{
    private const int Decimals = 18;

    private static readonly BigInteger Most = (BigInteger.One << 256) - 1;
    private static readonly BigInteger PerEther = BigInteger.Pow(10, Decimals);

    /// <summary>An amount.</summary>
    /// <exception cref="OverflowException">It is less than nothing or more than there can be.</exception>
    public Wei(BigInteger value) => Value = value.Sign >= 0 && value <= Most ? value : throw new OverflowException("an amount is 0 to 2^256 - 1 wei");

    /// <summary>How many.</summary>
    public BigInteger Value { get; }

    /// <summary>Nothing.</summary>
    public static Wei Zero => default;

    /// <summary>Millionths of a thousandth of an ether, in which fees are thought.</summary>
    public static Wei Gwei(ulong count) => new(new BigInteger(count) * 1_000_000_000);

    /// <summary>Reads ether: digits, and with a point at most 18 more. Exact.</summary>
    /// <exception cref="ChainFormatException">It is no such number, or too large.</exception>
    public static Wei ParseEther(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('.');
        var (whole, rest) = (parts[0], parts.Length > 1 ? parts[1] : "");
        if (parts.Length > 2 || (parts.Length == 2 && rest.Length is 0 or > Decimals) || whole.Length is 0 or > 78 || !(whole + rest).All(char.IsAsciiDigit))
        {
            throw NoEther(text);
        }

        var value = BigInteger.Parse(whole + rest.PadRight(Decimals, '0'), NumberStyles.None, CultureInfo.InvariantCulture);
        return value <= Most ? new Wei(value) : throw NoEther(text);
    }

    /// <summary>The amount in ether, exact, without needless zeros.</summary>
    public string ToEther()
    {
        var (whole, rest) = BigInteger.DivRem(Value, PerEther);
        var digits = rest.ToString(CultureInfo.InvariantCulture).PadLeft(Decimals, '0').TrimEnd('0');
        return whole.ToString(CultureInfo.InvariantCulture) + (digits.Length > 0 ? "." + digits : "");
    }

    /// <inheritdoc/>
    public int CompareTo(Wei other) => Value.CompareTo(other.Value);

    /// <summary>The larger of two.</summary>
    public static Wei Max(Wei left, Wei right) => left > right ? left : right;

    /// <summary>The smaller of two.</summary>
    public static Wei Min(Wei left, Wei right) => left < right ? left : right;

    /// <summary>The amount and its unit.</summary>
    public override string ToString() => $"{Value.ToString(CultureInfo.InvariantCulture)} wei";

    /// <summary>Both together.</summary>
    public static Wei operator +(Wei left, Wei right) => new(left.Value + right.Value);

    /// <summary>What is left of the first without the second.</summary>
    public static Wei operator -(Wei left, Wei right) => new(left.Value - right.Value);

    /// <summary>As often as told.</summary>
    public static Wei operator *(Wei amount, BigInteger times) => new(amount.Value * times);

    /// <summary>Whether the first is less.</summary>
    public static bool operator <(Wei left, Wei right) => left.Value < right.Value;

    /// <summary>Whether the first is more.</summary>
    public static bool operator >(Wei left, Wei right) => left.Value > right.Value;

    /// <summary>Whether the first is not more.</summary>
    public static bool operator <=(Wei left, Wei right) => left.Value <= right.Value;

    /// <summary>Whether the first is not less.</summary>
    public static bool operator >=(Wei left, Wei right) => left.Value >= right.Value;

    private static ChainFormatException NoEther(string text) =>
        new($"'{Hex.Shown(text)}' is no amount of ether; expected digits, and behind a point 1 to {Decimals} more");
}
