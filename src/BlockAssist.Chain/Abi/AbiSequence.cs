using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Abi;

/// <summary>Values one after the other: those of fixed length in their places, of the others an offset, and they themselves behind.</summary>
internal static class AbiSequence
{
    private const int MostHeadBytes = 1 << 20;

    public static byte[] Encode(IReadOnlyList<AbiType> types, IReadOnlyList<object> values)
    {
        var pen = new AbiPen();
        pen.Grow(HeadBytesOf(types));
        Write(pen, 0, types, values);
        return pen.ToArray();
    }

    public static object[] Decode(IReadOnlyList<AbiType> types, ReadOnlyMemory<byte> bytes) => Read(new AbiCursor(bytes), 0, types);

    public static int HeadBytesOf(IEnumerable<AbiType> types) => Bounded(types.Sum(type => (long)type.HeadBytes));

    // Whatever number of them a type claims, it costs nothing.
    public static int HeadBytesOf(AbiType type, int count) => Bounded((long)type.HeadBytes * count);

    public static void Write(AbiPen pen, int start, IReadOnlyList<AbiType> types, IReadOnlyList<object> values)
    {
        if (types.Count != values.Count)
        {
            throw new ChainFormatException($"ABI: {values.Count} values where {types.Count} were expected");
        }

        var at = start;
        for (var i = 0; i < types.Count; i++)
        {
            if (types[i].IsDynamic)
            {
                pen.PutLength(at, pen.Length - start);
                types[i].Write(pen, pen.Grow(types[i].RoomFor(values[i])), values[i]);
            }
            else
            {
                types[i].Write(pen, at, values[i]);
            }

            at += types[i].HeadBytes;
        }
    }

    public static object[] Read(AbiCursor cursor, int start, IReadOnlyList<AbiType> types)
    {
        var values = new object[types.Count];
        var at = start;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = types[i].Read(cursor, types[i].IsDynamic ? start + cursor.TakeLength(at) : at);
            at += types[i].HeadBytes;
        }

        return values;
    }

    private static int Bounded(long bytes) =>
        bytes <= MostHeadBytes ? (int)bytes : throw new ChainFormatException($"ABI: a type of {bytes} bytes; expected at most {MostHeadBytes}");
}
