using System.Buffers.Binary;
using System.IO.Hashing;

namespace BlockAssist.Learner.Checkpoints;

/// <summary>How our binary files end: the CRC-32 of all bytes before, little-endian.</summary>
internal static class TrailingChecksum
{
    /// <summary>How many bytes it has.</summary>
    public const int Bytes = 4;

    /// <summary>Writes it behind what is there.</summary>
    /// <param name="file">All bytes of the file, the last four to be written.</param>
    public static void Write(Span<byte> file) => BinaryPrimitives.WriteUInt32LittleEndian(file[^Bytes..], Crc32.HashToUInt32(file[..^Bytes]));

    /// <summary>Demands that it is right.</summary>
    /// <param name="file">All bytes of the file, at least four.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <param name="kind">What it is.</param>
    /// <exception cref="ArtifactFormatException">It is not.</exception>
    public static void Demand(ReadOnlySpan<byte> file, string name, string kind)
    {
        var (claimed, actual) = (BinaryPrimitives.ReadUInt32LittleEndian(file[^Bytes..]), Crc32.HashToUInt32(file[..^Bytes]));
        if (claimed != actual)
        {
            throw new ArtifactFormatException(name, "checksum", $"{actual:x8}", $"{claimed:x8}; the {kind} is damaged");
        }
    }
}
