using BlockAssist.Chain.Rlp;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Blocks;

/// <summary>A block as it is on the disk, and what its seal is of.</summary>
/// <param name="Height">How many come before it.</param>
/// <param name="Parent">The hash of the one before it.</param>
/// <param name="Time">When it was made, in seconds since 1970.</param>
/// <param name="Sender">Who sent the transaction.</param>
/// <param name="Transaction">The transaction, signed.</param>
/// <param name="IsSuccess">Whether it did what it asked.</param>
/// <param name="Logs">The digest of what was told.</param>
internal sealed record BlockBody(ulong Height, Hash32 Parent, ulong Time, Address Sender, ReadOnlyMemory<byte> Transaction, bool IsSuccess, Hash32 Logs)
{
    private const int Fields = 7;

    public byte[] ToBytes() => RlpWriter.Write(RlpItem.ListOf(
        RlpItem.Of(Height), RlpItem.Of(Parent.ToArray()), RlpItem.Of(Time), RlpItem.Of(Sender.ToArray()), RlpItem.Of(Transaction), RlpItem.Of(IsSuccess ? 1 : 0),
        RlpItem.Of(Logs.ToArray())));

    /// <exception cref="ChainFormatException">The bytes are no block.</exception>
    public static BlockBody Read(ReadOnlyMemory<byte> bytes)
    {
        var items = RlpReader.Read(bytes).Items;
        return items.Count == Fields
            ? new BlockBody(
                items[0].ToUInt64(), HashOf(items[1]), items[2].ToUInt64(), AddressOf(items[3]), items[4].Bytes, items[5].ToUInt64() switch
                {
                    0 => false,
                    1 => true,
                    var other => throw new ChainFormatException($"a block whose status is {other}; expected 0 or 1"),
                },
                HashOf(items[6]))
            : throw new ChainFormatException($"a block of {items.Count} fields; expected {Fields}");
    }

    internal static Hash32 HashOf(RlpItem item) =>
        item.Bytes.Length == Hash32.Bytes ? new Hash32(item.Bytes.Span) : throw new ChainFormatException($"a hash of {item.Bytes.Length} bytes; expected {Hash32.Bytes}");

    internal static Address AddressOf(RlpItem item) =>
        item.Bytes.Length == Address.Bytes ? new Address(item.Bytes.Span) : throw new ChainFormatException($"an address of {item.Bytes.Length} bytes; expected {Address.Bytes}");
}
