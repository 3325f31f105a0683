using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace BlockAssist.Learner.Onnx;

/// <summary>Writes one message in the wire format of Protocol Buffers.</summary>
/// <remarks>https://protobuf.dev/programming-guides/encoding: a key (field number and wire type), then the value.</remarks>
internal sealed class ProtobufWriter
{
    private const int Varint = 0;
    private const int LengthDelimited = 2;
    private const int Fixed32 = 5;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>What has been written.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>A whole number or an enumeration's value.</summary>
    public ProtobufWriter Number(int field, long value)
    {
        Key(field, Varint);
        Unsigned((ulong)value);
        return this;
    }

    /// <summary>A floating-point number.</summary>
    public ProtobufWriter Single(int field, float value)
    {
        Key(field, Fixed32);
        BinaryPrimitives.WriteSingleLittleEndian(_bytes.GetSpan(sizeof(float)), value);
        _bytes.Advance(sizeof(float));
        return this;
    }

    /// <summary>Text, as UTF-8.</summary>
    public ProtobufWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Bytes as they are.</summary>
    public ProtobufWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        Key(field, LengthDelimited);
        Unsigned((ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    /// <summary>A message inside this one.</summary>
    public ProtobufWriter Message(int field, ProtobufWriter message) => Bytes(field, message.Written);

    private void Key(int field, int wireType) => Unsigned(((ulong)field << 3) | (uint)wireType);

    private void Unsigned(ulong value)
    {
        var span = _bytes.GetSpan(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            span[length++] = (byte)(value | 0x80);
        }

        span[length++] = (byte)value;
        _bytes.Advance(length);
    }
}
