using System.Collections;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary>Values of one type: as many as the type says (<c>T[3]</c>), or as there are (<c>T[]</c>).</summary>
public sealed class AbiArray : AbiType
{
    internal AbiArray(AbiType element, int? count)
        : base($"{element.Name}[{count}]", count is null || element.IsDynamic, count is null || element.IsDynamic ? Word : AbiSequence.HeadBytesOf(element, count.Value))
    {
        if (element.HeadBytes == 0 || count == 0)
        {
            throw new ChainFormatException($"ABI: {Name} holds nothing");
        }

        (Element, Count) = (element, count);
    }

    /// <summary>The type of each.</summary>
    public AbiType Element { get; }

    /// <summary>How many; null if any number.</summary>
    public int? Count { get; }

    internal override int RoomFor(object value) => (Count is null ? Word : 0) + AbiSequence.HeadBytesOf(Element, ValuesOf(value).Count);

    internal override void Write(AbiPen pen, int at, object value)
    {
        var values = ValuesOf(value);
        if (Count is null)
        {
            pen.PutLength(at, values.Count);
            at += Word;
        }

        AbiSequence.Write(pen, at, new Repeated(Element, values.Count), values);
    }

    internal override object Read(AbiCursor cursor, int at)
    {
        var count = Count ?? cursor.TakeLength(at);

        // Before there is room for them, their places must be there.
        return (long)count * Element.HeadBytes <= cursor.Length
            ? AbiSequence.Read(cursor, Count is null ? at + Word : at, new Repeated(Element, count))
            : throw new ChainFormatException($"ABI: {count} of {Element.Name} in {cursor.Length} bytes");
    }

    internal IReadOnlyList<object> ValuesOf(object value)
    {
        var values = value switch
        {
            IReadOnlyList<object> list => list,
            string or byte[] => throw Misfit(value),
            IEnumerable sequence => [.. sequence.Cast<object>()],
            _ => throw Misfit(value),
        };
        return Count is null || values.Count == Count ? values : throw Misfit(value);
    }

    // One type, as often as there are values.
    private sealed record Repeated(AbiType Type, int Count) : IReadOnlyList<AbiType>
    {
        public AbiType this[int index] => Type;

        public IEnumerator<AbiType> GetEnumerator() => Enumerable.Repeat(Type, Count).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
