using System.Numerics;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary>Foreign bytes that are being read. No more of them is read than there are, so that parts which point at one place over and over are refused.</summary>
internal sealed class AbiCursor(ReadOnlyMemory<byte> bytes)
{
    private int _left = bytes.Length;

    public int Length => bytes.Length;

    public ReadOnlySpan<byte> Take(int at, int count)
    {
        if (at < 0 || count > bytes.Length - at || (_left -= count) < 0)
        {
            throw new ChainFormatException($"ABI: {bytes.Length} bytes are not what was to be read of them");
        }

        return bytes.Span.Slice(at, count);
    }

    public BigInteger TakeNumber(int at, bool isUnsigned) => new(Take(at, AbiType.Word), isUnsigned, isBigEndian: true);

    /// <summary>A length or an offset.</summary>
    public int TakeLength(int at)
    {
        var number = TakeNumber(at, isUnsigned: true);
        return number <= bytes.Length ? (int)number : throw new ChainFormatException($"ABI: a length or offset beyond the {bytes.Length} bytes that there are");
    }
}
