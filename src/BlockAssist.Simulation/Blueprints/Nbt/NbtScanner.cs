using System.Buffers.Binary;

namespace BlockAssist.Simulation.Blueprints.Nbt;

/// <summary>Walks over encoded tags without decoding them: finds where each one ends, and that it does end.</summary>
/// <remarks>
/// Every declared length is held against the bytes that are left before anything else is done with it, and nothing is
/// allocated, so a hostile file costs no more than one pass over its bytes.
/// </remarks>
internal readonly struct NbtScanner(byte[] data, int maxDepth)
{
    /// <summary>The byte after a tag's payload that begins at a byte.</summary>
    public int EndOf(NbtType type, int at, int depth) => type switch
    {
        NbtType.List => EndOfList(at, depth + 1),
        NbtType.Compound => EndOfCompound(at, depth + 1),
        NbtType.String => Advance(at + 2, ReadLength16(at)),
        NbtType.ByteArray or NbtType.IntArray or NbtType.LongArray => EndOfArray(type, at),
        _ => Advance(at, WidthOf(type, at)),
    };

    /// <summary>The type of the tag at a byte.</summary>
    public NbtType TypeAt(int at)
    {
        Advance(at, 1);
        return data[at] <= (byte)NbtType.LongArray
            ? (NbtType)data[at]
            : throw new BlueprintFormatException($"tag type {data[at]}", NbtPlace.Of(at), "0 to 12");
    }

    /// <summary>How many items the list or array declares; a negative count is none, as in the game.</summary>
    public int CountAt(int at)
    {
        Advance(at, 4);
        return Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(at)));
    }

    private int EndOfCompound(int at, int depth)
    {
        CheckDepth(at, depth);
        while (true)
        {
            var type = TypeAt(at);
            at++;
            if (type == NbtType.End)
            {
                return at;
            }

            at = EndOf(type, EndOf(NbtType.String, at, depth), depth);
        }
    }

    private int EndOfList(int at, int depth)
    {
        CheckDepth(at, depth);
        var type = TypeAt(at);
        var count = CountAt(at + 1);
        at += 5;
        return type switch
        {
            NbtType.End => count == 0
                ? at
                : throw new BlueprintFormatException($"a list of {count} nothings", NbtPlace.Of(at), "a list of a type, or an empty one"),
            < NbtType.ByteArray => Advance(at, (long)count * WidthOf(type, at)),
            _ => EndOfItems(type, count, at, depth),
        };
    }

    private int EndOfItems(NbtType type, int count, int at, int depth)
    {
        Advance(at, count); // Each takes at least a byte.
        for (var i = 0; i < count; i++)
        {
            at = EndOf(type, at, depth);
        }

        return at;
    }

    private int EndOfArray(NbtType type, int at)
    {
        var count = CountAt(at);
        return Advance(at + 4, (long)count * ItemWidthOf(type));
    }

    private int ReadLength16(int at)
    {
        Advance(at, 2);
        return BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));
    }

    private int Advance(int at, long bytes) => bytes <= data.Length - at ? at + (int)bytes : throw TooShort(at, bytes);

    private BlueprintFormatException TooShort(int at, long bytes) =>
        new($"{bytes} bytes wanted and {Math.Max(0, data.Length - at)} left", NbtPlace.Of(at), "a file that goes on");

    private void CheckDepth(int at, int depth)
    {
        if (depth > maxDepth)
        {
            throw new BlueprintFormatException($"tags nested {depth} deep", NbtPlace.Of(at), $"at most {maxDepth}");
        }
    }

    /// <summary>The bytes of one item of an array.</summary>
    public static int ItemWidthOf(NbtType array) => array switch
    {
        NbtType.ByteArray => 1,
        NbtType.IntArray => 4,
        _ => 8,
    };

    private static int WidthOf(NbtType type, int at) => type switch
    {
        NbtType.Byte => 1,
        NbtType.Short => 2,
        NbtType.Int or NbtType.Float => 4,
        NbtType.Long or NbtType.Double => 8,
        _ => throw new BlueprintFormatException($"a tag of type {type}", NbtPlace.Of(at), "a tag with a value"),
    };
}
