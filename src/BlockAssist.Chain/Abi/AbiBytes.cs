using System.Text;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary>As many bytes as there are: <c>bytes</c>, and <c>string</c>, which is text in UTF-8.</summary>
public sealed class AbiBytes : AbiType
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal AbiBytes(bool isText)
        : base(isText ? "string" : "bytes", isDynamic: true, Word) => IsText = isText;

    /// <summary>Whether they are text.</summary>
    public bool IsText { get; }

    // Contracts do not look at what texts are: one that comes from another caller may be no UTF-8, and goes on as it is.
    private static byte[]? TextOf(object value) => value switch
    {
        string text => Utf8.GetBytes(text),
        ReadOnlyMemory<byte> bytes => bytes.ToArray(),
        _ => null,
    };

    internal static byte[]? BytesOf(object value) => value switch
    {
        byte[] bytes => bytes,
        ReadOnlyMemory<byte> bytes => bytes.ToArray(),
        Hash32 hash => hash.ToArray(),
        _ => null,
    };

    internal override int RoomFor(object value) => checked(Word + ((ContentOf(value).Length + Word - 1) / Word * Word));

    internal override void Write(AbiPen pen, int at, object value)
    {
        var bytes = ContentOf(value);
        pen.PutLength(at, bytes.Length);
        pen.Put(at + Word, bytes);
    }

    // Some contracts leave out the zeros behind the last bytes.
    internal override object Read(AbiCursor cursor, int at)
    {
        var bytes = cursor.Take(at + Word, cursor.TakeLength(at));
        try
        {
            return IsText ? Utf8.GetString(bytes) : bytes.ToArray();
        }
        catch (DecoderFallbackException error)
        {
            throw new ChainFormatException("ABI: a text that is not UTF-8", error);
        }
    }

    internal byte[] ContentOf(object value)
    {
        try
        {
            return (IsText ? TextOf(value) : BytesOf(value)) ?? throw Misfit(value);
        }
        catch (EncoderFallbackException)
        {
            throw Misfit(value);
        }
    }
}
