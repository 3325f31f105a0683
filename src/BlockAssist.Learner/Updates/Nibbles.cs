using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BlockAssist.Learner.Updates;

/// <summary>Two whole numbers from −8 to 7 in a byte, the first in the low half, in two's complement.</summary>
internal static class Nibbles
{
    private const byte Half = 0x0F;
    private const byte Sign = 0x08;

    /// <summary>How many bytes so many numbers take.</summary>
    public static int Bytes(int count) => (int)(((long)count + 1) / 2);

    /// <summary>Packs numbers; of an odd one out, the high half is zero.</summary>
    public static void Pack(ReadOnlySpan<sbyte> codes, Span<byte> packed)
    {
        var bytes = MemoryMarshal.Cast<sbyte, byte>(codes);
        var i = 0;
        for (; i <= bytes.Length - (2 * Vector256<byte>.Count); i += 2 * Vector256<byte>.Count)
        {
            Vector256.Narrow(PackPairs(bytes[i..]), PackPairs(bytes[(i + Vector256<byte>.Count)..])).CopyTo(packed[(i / 2)..]);
        }

        for (; i < bytes.Length; i += 2)
        {
            var second = i + 1 < bytes.Length ? bytes[i + 1] : 0;
            packed[i / 2] = (byte)((bytes[i] & Half) | (second << 4));
        }
    }

    /// <summary>Unpacks as many numbers as there is room for.</summary>
    public static void Unpack(ReadOnlySpan<byte> packed, Span<sbyte> codes)
    {
        var bytes = MemoryMarshal.Cast<sbyte, byte>(codes);
        var i = 0;
        for (; i <= bytes.Length - (2 * Vector256<byte>.Count); i += 2 * Vector256<byte>.Count)
        {
            var (lower, upper) = Vector256.Widen(Vector256.Create(packed[(i / 2)..]));
            UnpackPairs(lower).CopyTo(bytes[i..]);
            UnpackPairs(upper).CopyTo(bytes[(i + Vector256<byte>.Count)..]);
        }

        for (; i < bytes.Length; i++)
        {
            var half = (packed[i / 2] >> (4 * (i % 2))) & Half;
            bytes[i] = (byte)((half ^ Sign) - Sign);
        }
    }

    private static Vector256<ushort> PackPairs(ReadOnlySpan<byte> codes)
    {
        var pairs = Vector256.Create(codes).AsUInt16();
        return (pairs & Vector256.Create((ushort)Half)) | ((pairs >> 4) & Vector256.Create((ushort)(Half << 4)));
    }

    // The sign of a half goes into the bits above it: turn its sign bit, then take that bit's worth away.
    private static Vector256<byte> UnpackPairs(Vector256<ushort> packed)
    {
        var halves = ((packed | (packed << 4)) & Vector256.Create((ushort)0x0F0F)).AsByte();
        return (halves ^ Vector256.Create(Sign)) - Vector256.Create(Sign);
    }
}
