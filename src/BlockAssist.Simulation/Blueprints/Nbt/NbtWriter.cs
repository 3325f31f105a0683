using System.Buffers;
using System.Buffers.Binary;

namespace BlockAssist.Simulation.Blueprints.Nbt;

/// <summary>Writes NBT data front to back. The caller closes what it opens and announces how long a list is.</summary>
/// <remarks>Inside a list tags have no name: pass null.</remarks>
internal sealed class NbtWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>A document whose outermost compound has this name; closed by <see cref="Finish"/>.</summary>
    public NbtWriter(string rootName) => Begin(rootName);

    /// <summary>Opens a compound.</summary>
    public void Begin(string? name) => Head(NbtType.Compound, name);

    /// <summary>Closes the compound opened last.</summary>
    public void End() => Raw8((byte)NbtType.End);

    /// <summary>Announces a list; the items follow, without names.</summary>
    public void List(string? name, NbtType type, int count)
    {
        Head(NbtType.List, name);
        Raw8((byte)type);
        Raw32(count);
    }

    /// <summary>A number of 16 bits.</summary>
    public void Short(string? name, int value)
    {
        Head(NbtType.Short, name);
        Raw16(checked((ushort)value));
    }

    /// <summary>A number of 32 bits.</summary>
    public void Int(string? name, int value)
    {
        Head(NbtType.Int, name);
        Raw32(value);
    }

    /// <summary>A number of 64 bits.</summary>
    public void Long(string? name, long value)
    {
        Head(NbtType.Long, name);
        Raw64(value);
    }

    /// <summary>A text.</summary>
    public void Text(string? name, string value)
    {
        Head(NbtType.String, name);
        RawText(value);
    }

    /// <summary>An array of bytes.</summary>
    public void Bytes(string? name, ReadOnlySpan<byte> values)
    {
        Head(NbtType.ByteArray, name);
        Raw32(values.Length);
        _bytes.Write(values);
    }

    /// <summary>An array of numbers of 32 bits.</summary>
    public void Ints(string? name, ReadOnlySpan<int> values)
    {
        Head(NbtType.IntArray, name);
        Raw32(values.Length);
        foreach (var value in values)
        {
            Raw32(value);
        }
    }

    /// <summary>An array of numbers of 64 bits.</summary>
    public void Longs(string? name, ReadOnlySpan<long> values)
    {
        Head(NbtType.LongArray, name);
        Raw32(values.Length);
        foreach (var value in values)
        {
            Raw64(value);
        }
    }

    /// <summary>Closes the document and packs it with gzip.</summary>
    public byte[] Finish()
    {
        End();
        return NbtPacking.Pack(_bytes.WrittenSpan);
    }

    private void Head(NbtType type, string? name)
    {
        if (name is not null)
        {
            Raw8((byte)type);
            RawText(name);
        }
    }

    private void RawText(string text)
    {
        var encoded = ModifiedUtf8.Encode(text);
        Raw16((ushort)encoded.Length);
        _bytes.Write(encoded);
    }

    private void Raw8(byte value) => _bytes.Write([value]);

    private void Raw16(ushort value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(_bytes.GetSpan(2), value);
        _bytes.Advance(2);
    }

    private void Raw32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes.GetSpan(4), value);
        _bytes.Advance(4);
    }

    private void Raw64(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(_bytes.GetSpan(8), value);
        _bytes.Advance(8);
    }
}
