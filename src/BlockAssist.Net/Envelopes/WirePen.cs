namespace BlockAssist.Net.Envelopes;

/// <summary>Writes fields of a protobuf message one after the other. As in proto3, what has its default is left out.</summary>
internal ref struct WirePen(Span<byte> bytes)
{
    private readonly Span<byte> _bytes = bytes;

    /// <summary>How many bytes were written.</summary>
    public int Position { get; private set; }

    /// <summary>How many bytes a field of so many bytes takes, with tag and length; none if it is empty.</summary>
    public static int FieldBytes(int length)
    {
        var bytes = length == 0 ? 0 : 2 + length;
        for (var rest = length >> 7; rest > 0; rest >>= 7)
        {
            bytes++;
        }

        return bytes;
    }

    /// <summary>A number.</summary>
    public void Number(byte tag, ulong number)
    {
        if (number != 0)
        {
            _bytes[Position++] = tag;
            Varint(number);
        }
    }

    /// <summary>Bytes.</summary>
    public void Bytes(byte tag, scoped ReadOnlySpan<byte> field)
    {
        if (!field.IsEmpty)
        {
            _bytes[Position++] = tag;
            Varint((ulong)field.Length);
            field.CopyTo(_bytes[Position..]);
            Position += field.Length;
        }
    }

    private void Varint(ulong number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            _bytes[Position++] = (byte)(number | 0x80);
        }

        _bytes[Position++] = (byte)number;
    }
}
