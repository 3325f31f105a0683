using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rlp;

/// <summary>Reads items from bytes that anybody may have written; only what <see cref="RlpWriter"/> would write is taken.</summary>
public static class RlpReader
{
    private const int Deepest = 64;
    private const int MostBytes = 1 << 22;

    /// <summary>Reads the one item that all bytes are.</summary>
    /// <exception cref="ChainFormatException">They are none, more than one, longer written than needs be, or lists in each other too deeply.</exception>
    public static RlpItem Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw Wrong($"{bytes.Length} bytes; expected at most {MostBytes}");
        }

        var (item, length) = ReadItem(bytes, depth: 0);
        return length == bytes.Length ? item : throw Wrong($"{bytes.Length - length} bytes behind the item");
    }

    private static (RlpItem Item, int Length) ReadItem(ReadOnlyMemory<byte> bytes, int depth)
    {
        if (bytes.IsEmpty)
        {
            throw Wrong("no bytes where an item was expected");
        }

        var first = bytes.Span[0];
        if (first < RlpWriter.BytesStart)
        {
            return (RlpItem.Of(bytes[..1]), 1);
        }

        var isList = first >= RlpWriter.ListStart;
        var (prefix, length) = ReadLength(bytes.Span, first - (isList ? RlpWriter.ListStart : RlpWriter.BytesStart));
        var content = bytes.Slice(prefix, length);
        if (!isList && length == 1 && content.Span[0] < RlpWriter.BytesStart)
        {
            throw Wrong("a byte that stands for itself, with a length before it");
        }

        return (isList ? ReadList(content, depth + 1) : RlpItem.Of(content), prefix + length);
    }

    private static RlpItem ReadList(ReadOnlyMemory<byte> content, int depth)
    {
        if (depth > Deepest)
        {
            throw Wrong($"lists in each other deeper than {Deepest}");
        }

        var items = new List<RlpItem>();
        for (var at = 0; at < content.Length;)
        {
            var (item, length) = ReadItem(content[at..], depth);
            items.Add(item);
            at += length;
        }

        return RlpItem.ListOf(items);
    }

    // How long the prefix is, and what it is before.
    private static (int Prefix, int Length) ReadLength(ReadOnlySpan<byte> bytes, int told)
    {
        var digits = told - RlpWriter.Short;
        if (digits <= 0)
        {
            return bytes.Length - 1 >= told ? (1, told) : throw Wrong("bytes end within an item");
        }

        if (bytes.Length <= digits || bytes[1] == 0)
        {
            throw Wrong("a length that is cut off or begins with zeros");
        }

        ulong length = 0;
        foreach (var digit in bytes.Slice(1, digits))
        {
            length = (length << 8) | digit;
        }

        return length <= RlpWriter.Short ? throw Wrong("a short length written as a long one")
            : length > (ulong)(bytes.Length - 1 - digits) ? throw Wrong("bytes end within an item")
            : (1 + digits, (int)length);
    }

    private static ChainFormatException Wrong(string what) => new($"RLP: {what}");
}
