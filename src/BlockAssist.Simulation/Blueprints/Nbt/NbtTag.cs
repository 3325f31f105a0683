using System.Buffers.Binary;

namespace BlockAssist.Simulation.Blueprints.Nbt;

/// <summary>The value of one tag: a window on the file's bytes, decoded when asked for.</summary>
/// <param name="Data">All unpacked bytes of the file, already known to be well-formed.</param>
/// <param name="Type">What the value is.</param>
/// <param name="Name">What an error calls it.</param>
/// <param name="Offset">The byte at which the value begins.</param>
internal readonly record struct NbtTag(byte[] Data, NbtType Type, string Name, int Offset)
{
    /// <summary>The value as a whole number of 32 bits, whatever the width it was written with.</summary>
    public int ToInt32()
    {
        var value = Type switch
        {
            NbtType.Byte => (sbyte)Data[Offset],
            NbtType.Short => BinaryPrimitives.ReadInt16BigEndian(Data.AsSpan(Offset)),
            NbtType.Int => BinaryPrimitives.ReadInt32BigEndian(Data.AsSpan(Offset)),
            NbtType.Long => BinaryPrimitives.ReadInt64BigEndian(Data.AsSpan(Offset)),
            _ => throw Unexpected("a whole number"),
        };
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Unexpected("a number of 32 bits", value.ToString(null, null));
    }

    /// <summary>The value as text.</summary>
    public string ToText() => ModifiedUtf8.Decode(Expect(NbtType.String).Data, Offset);

    /// <summary>The bytes of a byte array.</summary>
    public ReadOnlySpan<byte> ToBytes() => Expect(NbtType.ByteArray).Items;

    /// <summary>The numbers of a long array, still big-endian.</summary>
    public ReadOnlySpan<byte> ToLongBytes() => Expect(NbtType.LongArray).Items;

    /// <summary>Three numbers, from an array or a list of ints.</summary>
    public (int X, int Y, int Z) ToTriple() => Type switch
    {
        NbtType.IntArray when Count == 3 => (IntAt(Offset + 4), IntAt(Offset + 8), IntAt(Offset + 12)),
        NbtType.List when Data[Offset] == (byte)NbtType.Int && AsList().Count == 3 => (IntAt(Offset + 5), IntAt(Offset + 9), IntAt(Offset + 13)),
        _ => throw Unexpected("three whole numbers"),
    };

    /// <summary>The value as named tags.</summary>
    public NbtCompound AsCompound() => new(Expect(NbtType.Compound));

    /// <summary>The value as tags in order.</summary>
    public NbtList AsList() => new(Expect(NbtType.List));

    /// <summary>The error that this tag is not what it should be.</summary>
    public BlueprintFormatException Unexpected(string expected, string? found = null) =>
        new($"{Name} is {found ?? $"of type {Type}"}", NbtPlace.Of(Name, Offset), expected);

    private int Count => BinaryPrimitives.ReadInt32BigEndian(Data.AsSpan(Offset));

    private ReadOnlySpan<byte> Items => Data.AsSpan(Offset + 4, Math.Max(0, Count) * NbtScanner.ItemWidthOf(Type));

    private int IntAt(int offset) => BinaryPrimitives.ReadInt32BigEndian(Data.AsSpan(offset));

    private NbtTag Expect(NbtType type) => Type == type ? this : throw Unexpected($"a {type}");
}
