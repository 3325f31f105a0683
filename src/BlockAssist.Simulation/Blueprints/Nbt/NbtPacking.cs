using System.IO.Compression;

namespace BlockAssist.Simulation.Blueprints.Nbt;

/// <summary>The compression around NBT data: gzip, zlib or none.</summary>
internal static class NbtPacking
{
    /// <summary>The bytes inside, whichever way they are packed; never more than a number of them.</summary>
    /// <remarks>Unpacks twice, first only to count: so a file that unpacks to too much costs no memory, and any other just its size.</remarks>
    public static byte[] Unpack(byte[] file, int maxBytes)
    {
        if (!IsPacked(file))
        {
            return file;
        }

        var unpacked = new byte[Inflate(file, new byte[64 << 10], maxBytes, keepAll: false)];
        Inflate(file, unpacked, maxBytes, keepAll: true);
        return unpacked;
    }

    /// <summary>The bytes as gzip, as the game and its tools expect them.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> data)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(data);
        }

        return packed.ToArray();
    }

    private static bool IsPacked(byte[] file) => file is [0x1F, 0x8B, ..] or [0x78, ..];

    /// <summary>How many bytes there are inside; they go into the buffer one after the other, or each time to its beginning.</summary>
    private static int Inflate(byte[] file, byte[] buffer, int maxBytes, bool keepAll)
    {
        using var packed = new MemoryStream(file, writable: false);
        using Stream stream = file[0] == 0x78
            ? new ZLibStream(packed, CompressionMode.Decompress)
            : new GZipStream(packed, CompressionMode.Decompress);
        var total = 0;
        try
        {
            for (int read; (read = stream.Read(buffer.AsSpan(keepAll ? total : 0))) > 0;)
            {
                total += read;
                if (total > maxBytes)
                {
                    throw new BlueprintFormatException("too much after unpacking", NbtPlace.Of(maxBytes), $"at most {maxBytes} bytes");
                }
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            // A stream in memory has no other IOException than that of zlib itself, such as for a stream with a preset dictionary.
            throw new BlueprintFormatException(
                $"broken compression: {broken.Message.TrimEnd('.')}", NbtPlace.Of(total), "gzip, zlib or bare NBT data");
        }

        return total;
    }
}
