using System.Numerics;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary>Numbers: <c>uint8</c> to <c>uint256</c>, <c>int8</c> to <c>int256</c>; and with a point, <c>fixed128x18</c>, whose value is as many units of the last place.</summary>
public sealed class AbiNumber : AbiType
{
    private readonly BigInteger _least;
    private readonly BigInteger _most;

    internal AbiNumber(string name, int bits, bool isSigned)
        : base(name, isDynamic: false, Word)
    {
        IsSigned = isSigned;
        _least = isSigned ? -(BigInteger.One << (bits - 1)) : 0;
        _most = (BigInteger.One << (isSigned ? bits - 1 : bits)) - 1;
    }

    /// <summary>Whether it may be less than nothing.</summary>
    public bool IsSigned { get; }

    internal override void Write(AbiPen pen, int at, object value)
    {
        var number = NumberOf(value) ?? throw Misfit(value);
        pen.PutNumber(at, IsInRange(number) ? number : throw Misfit(value));
    }

    internal override object Read(AbiCursor cursor, int at)
    {
        var number = cursor.TakeNumber(at, isUnsigned: !IsSigned);
        return IsInRange(number) ? number : throw new ChainFormatException($"ABI: a number that is no {Name}");
    }

    private bool IsInRange(BigInteger number) => number >= _least && number <= _most;

    private static BigInteger? NumberOf(object value) => value switch
    {
        BigInteger number => number,
        Wei amount => amount.Value,
        int number => number,
        uint number => number,
        long number => number,
        ulong number => number,
        byte number => number,
        sbyte number => number,
        short number => number,
        ushort number => number,
        UInt128 number => number,
        Int128 number => number,
        _ => null,
    };
}
