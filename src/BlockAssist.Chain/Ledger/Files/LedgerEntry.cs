using System.Buffers.Binary;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Files;

/// <summary>An entry of the file: a block and its seal.</summary>
/// <param name="Body">The bytes of the block.</param>
/// <param name="Seal">The signature of its hash.</param>
internal sealed record LedgerEntry(ReadOnlyMemory<byte> Body, ReadOnlyMemory<byte> Seal)
{
    /// <summary>What stands before it: its length, and the same with all bits turned.</summary>
    public const int HeadBytes = 8;

    /// <summary>How long a body may be: a transaction, and what is said of it.</summary>
    public const int MostBytes = Blocks.Machine.MostBytes + 1024;

    public Hash32 Hash { get; } = Keccak256.Of(Body.Span);

    /// <summary>How long the body is behind a head; null if it is no head.</summary>
    public static int? LengthOf(ReadOnlySpan<byte> head)
    {
        var (length, turned) = (BinaryPrimitives.ReadUInt32LittleEndian(head), BinaryPrimitives.ReadUInt32LittleEndian(head[sizeof(uint)..]));
        return length == ~turned && length is > 0 and <= MostBytes ? (int)length : null;
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[HeadBytes + Body.Length + Seal.Length];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, (uint)Body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(sizeof(uint)), ~(uint)Body.Length);
        Body.Span.CopyTo(bytes.AsSpan(HeadBytes));
        Seal.Span.CopyTo(bytes.AsSpan(HeadBytes + Body.Length));
        return bytes;
    }
}
