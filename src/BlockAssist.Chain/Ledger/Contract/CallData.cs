using System.Numerics;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>What a function is called with, by the rules of Solidity's decoder: whatever is out of form refuses the call without a reason.</summary>
internal sealed class CallData
{
    private const int Word = 32;

    private readonly ReadOnlyMemory<byte> _bytes;
    private int _left;

    /// <param name="bytes">The bytes behind the selector.</param>
    /// <param name="head">How many of them there must be at least.</param>
    public CallData(ReadOnlyMemory<byte> bytes, int head) => (_bytes, _left) = bytes.Length >= head ? (bytes, bytes.Length) : throw Malformed();

    public BigInteger Number(int word, int bits = 256) =>
        At(word * Word) is var number && number.GetBitLength() <= bits ? number : throw Malformed();

    public byte UInt8(int word) => (byte)Number(word, 8);

    public uint UInt32(int word) => (uint)Number(word, 32);

    public UInt128 UInt128(int word) => (UInt128)Number(word, 128);

    public bool Bool(int word) => !Number(word, 1).IsZero;

    public Hash32 Hash(int word) => new(_bytes.Span.Slice(word * Word, Word));

    public Address Address(int word)
    {
        Number(word, 8 * Values.Address.Bytes);
        return new Address(_bytes.Span.Slice((word * Word) + Word - Values.Address.Bytes, Values.Address.Bytes));
    }

    /// <summary>The first four bytes of a word, which has no others.</summary>
    public uint Bytes4(int word) => Number(word) is var number && (number & ((BigInteger.One << 224) - 1)).IsZero ? (uint)(number >> 224) : throw Malformed();

    /// <summary>Work, whose parts are looked at only when they are asked for, as Solidity does with what it leaves where it is.</summary>
    public WorkData Work(int word) => new(this, word);

    public ReadOnlyMemory<byte> Bytes(int word)
    {
        var (start, count) = List(word, 1);
        return _bytes.Slice(start, count);
    }

    public Hash32[] Hashes(int word)
    {
        var (start, count) = List(word, Word);
        return [.. Enumerable.Range(start / Word, count).Select(i => new Hash32(_bytes.Span.Slice((start % Word) + (i * Word), Word)))];
    }

    /// <summary>Texts; together not more than there are bytes, so that many which are the same one take no time.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Texts(int word)
    {
        var (start, count) = List(word, Word);
        return [.. Enumerable.Range(0, count).Select(i => Text(start, At(start + (i * Word))))];
    }

    private static Revert Malformed() => new(default);

    private ReadOnlyMemory<byte> Text(int start, BigInteger offset)
    {
        var (from, count) = ListAt(start + offset, 1);
        return (_left -= count) >= 0 ? _bytes.Slice(from, count) : throw Malformed();
    }

    private (int Start, int Count) List(int word, int size) => ListAt(Number(word), size);

    private (int Start, int Count) ListAt(BigInteger offset, int size)
    {
        if (offset + Word > _bytes.Length)
        {
            throw Malformed();
        }

        var start = (int)offset + Word;
        var count = At((int)offset);
        return (count * size) + start <= _bytes.Length ? (start, (int)count) : throw Malformed();
    }

    private BigInteger At(int at) => new(_bytes.Span.Slice(at, Word), isUnsigned: true, isBigEndian: true);
}
