namespace BlockAssist.Chain.Rlp;

/// <summary>Writes items as bytes: the recursive length prefix of the Yellow Paper, appendix B.</summary>
public static class RlpWriter
{
    /// <summary>The longest length that stands in the prefix itself.</summary>
    internal const int Short = 55;

    internal const byte BytesStart = 0x80;
    internal const byte ListStart = 0xC0;

    /// <summary>The bytes of an item.</summary>
    public static byte[] Write(RlpItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var bytes = new byte[LengthOf(item)];
        Write(item, bytes);
        return bytes;
    }

    private static int LengthOf(RlpItem item)
    {
        var content = ContentOf(item);
        return IsItsOwn(item) ? 1 : PrefixOf(content) + content;
    }

    private static int ContentOf(RlpItem item) => item.IsList ? item.Items.Sum(LengthOf) : item.Bytes.Length;

    private static int PrefixOf(int content) => content <= Short ? 1 : 1 + BytesOf(content);

    private static int BytesOf(int length) => (39 - int.LeadingZeroCount(length)) / 8;

    // A byte below 0x80 stands for itself.
    private static bool IsItsOwn(RlpItem item) => !item.IsList && item.Bytes.Length == 1 && item.Bytes.Span[0] < BytesStart;

    private static int Write(RlpItem item, Span<byte> to)
    {
        if (IsItsOwn(item))
        {
            to[0] = item.Bytes.Span[0];
            return 1;
        }

        var at = WritePrefix(item.IsList ? ListStart : BytesStart, ContentOf(item), to);
        if (!item.IsList)
        {
            item.Bytes.Span.CopyTo(to[at..]);
            return at + item.Bytes.Length;
        }

        foreach (var part in item.Items)
        {
            at += Write(part, to[at..]);
        }

        return at;
    }

    private static int WritePrefix(byte start, int content, Span<byte> to)
    {
        if (content <= Short)
        {
            to[0] = (byte)(start + content);
            return 1;
        }

        var bytes = BytesOf(content);
        to[0] = (byte)(start + Short + bytes);
        for (var i = 0; i < bytes; i++)
        {
            to[1 + i] = (byte)(content >> (8 * (bytes - 1 - i)));
        }

        return 1 + bytes;
    }
}
