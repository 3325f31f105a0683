using System.Buffers.Binary;

namespace BlockAssist.Simulation.Blueprints.Nbt;

/// <summary>Java's own UTF-8: the zero character takes two bytes, and each half of a surrogate pair takes three.</summary>
internal static class ModifiedUtf8
{
    /// <summary>The longest encoded text; its length is written in 16 bits.</summary>
    public const int MaxBytes = ushort.MaxValue;

    /// <summary>The text whose length, and then bytes, begin at a byte.</summary>
    public static string Decode(byte[] data, int at)
    {
        var bytes = data.AsSpan(at + 2, BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at)));
        var text = new char[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length;)
        {
            var width = WidthOf(bytes[i]);
            if (width == 0 || i + width > bytes.Length || !Continues(bytes[(i + 1)..(i + width)]))
            {
                throw new BlueprintFormatException($"byte 0x{bytes[i]:X2} in a text", NbtPlace.Of(at + 2 + i), "modified UTF-8");
            }

            text[length++] = CharOf(bytes.Slice(i, width));
            i += width;
        }

        return new string(text, 0, length);
    }

    /// <summary>The bytes of a text, without their length.</summary>
    public static byte[] Encode(string text)
    {
        var bytes = new List<byte>(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case > '\0' and <= '\u007F':
                    bytes.Add((byte)c);
                    break;
                case <= '\u07FF':
                    bytes.AddRange([(byte)(0xC0 | (c >> 6)), (byte)(0x80 | (c & 0x3F))]);
                    break;
                default:
                    bytes.AddRange([(byte)(0xE0 | (c >> 12)), (byte)(0x80 | ((c >> 6) & 0x3F)), (byte)(0x80 | (c & 0x3F))]);
                    break;
            }
        }

        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Count, MaxBytes);
        return [.. bytes];
    }

    private static int WidthOf(byte lead) => lead switch
    {
        < 0x80 => 1,
        >= 0xC0 and < 0xE0 => 2,
        >= 0xE0 and < 0xF0 => 3,
        _ => 0,
    };

    private static bool Continues(ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            if ((one & 0xC0) != 0x80)
            {
                return false;
            }
        }

        return true;
    }

    private static char CharOf(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        1 => (char)bytes[0],
        2 => (char)(((bytes[0] & 0x1F) << 6) | (bytes[1] & 0x3F)),
        _ => (char)(((bytes[0] & 0x0F) << 12) | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F)),
    };
}
