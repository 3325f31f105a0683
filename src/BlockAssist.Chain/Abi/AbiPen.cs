using System.Buffers.Binary;
using System.Numerics;

namespace BlockAssist.Chain.Abi;

/// <summary>The bytes that are being written; they begin as zeros.</summary>
internal sealed class AbiPen
{
    private byte[] _bytes = new byte[4 * AbiType.Word];

    public int Length { get; private set; }

    public byte[] ToArray() => _bytes[..Length];

    /// <summary>Room at the end, and where it begins.</summary>
    public int Grow(int bytes)
    {
        var at = Length;
        Length = checked(Length + bytes);
        if (Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(Length, 2 * _bytes.Length));
        }

        return at;
    }

    public void Put(int at, ReadOnlySpan<byte> bytes) => bytes.CopyTo(_bytes.AsSpan(at, bytes.Length));

    public void PutLength(int at, int length) => BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(at + AbiType.Word - sizeof(int)), length);

    /// <summary>A number of at most 256 bits, in two's complement.</summary>
    public void PutNumber(int at, BigInteger number)
    {
        var word = _bytes.AsSpan(at, AbiType.Word);
        var isUnsigned = number.Sign >= 0;
        var bytes = number.GetByteCount(isUnsigned);
        if (number.Sign < 0)
        {
            word.Fill(0xFF);
        }

        number.TryWriteBytes(word[^bytes..], out _, isUnsigned, isBigEndian: true);
    }
}
