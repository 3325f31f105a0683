using System.Numerics;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rlp;

/// <summary>What RLP writes: bytes, or a list of items.</summary>
public sealed class RlpItem
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly IReadOnlyList<RlpItem>? _items;

    private RlpItem(ReadOnlyMemory<byte> bytes, IReadOnlyList<RlpItem>? items) => (_bytes, _items) = (bytes, items);

    /// <summary>Whether it is a list.</summary>
    public bool IsList => _items is not null;

    /// <summary>The bytes.</summary>
    /// <exception cref="ChainFormatException">It is a list.</exception>
    public ReadOnlyMemory<byte> Bytes => IsList ? throw new ChainFormatException("RLP: a list where bytes were expected") : _bytes;

    /// <summary>The items of the list.</summary>
    /// <exception cref="ChainFormatException">It is bytes.</exception>
    public IReadOnlyList<RlpItem> Items => _items ?? throw new ChainFormatException("RLP: bytes where a list was expected");

    /// <summary>Bytes.</summary>
    public static RlpItem Of(ReadOnlyMemory<byte> bytes) => new(bytes, null);

    /// <summary>A number, as its fewest bytes: 0 is none.</summary>
    public static RlpItem Of(BigInteger number) =>
        Of(number.IsZero ? ReadOnlyMemory<byte>.Empty : number.ToByteArray(isUnsigned: true, isBigEndian: true));

    /// <summary>A list.</summary>
    public static RlpItem ListOf(params IReadOnlyList<RlpItem> items) => new(default, items);

    /// <summary>Its bytes as a number of at most 32 bytes.</summary>
    /// <exception cref="ChainFormatException">It is a list, longer, or begins with zeros.</exception>
    public BigInteger ToNumber() => ToNumber(32);

    /// <summary>Its bytes as a number of at most 8 bytes.</summary>
    /// <exception cref="ChainFormatException">It is a list, longer, or begins with zeros.</exception>
    public ulong ToUInt64() => (ulong)ToNumber(8);

    private BigInteger ToNumber(int most)
    {
        var bytes = Bytes.Span;
        return bytes.Length > most || (bytes.Length > 0 && bytes[0] == 0)
            ? throw new ChainFormatException($"RLP: expected a number of at most {most} bytes that does not begin with zeros")
            : new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
    }
}
