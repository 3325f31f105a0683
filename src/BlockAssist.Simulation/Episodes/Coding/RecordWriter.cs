using System.IO.Hashing;

namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>Appends records to a stream: type, length, payload, checksum; each in one write.</summary>
internal sealed class RecordWriter(Stream stream)
{
    private readonly ByteBuffer _record = new();

    /// <summary>Starts the file.</summary>
    public void Start() => stream.Write(EpisodeFormat.Magic);

    /// <summary>Appends a record and hands it to the operating system.</summary>
    public void Write(RecordType type, bool coded, ReadOnlySpan<byte> payload)
    {
        if (payload.Length > EpisodeFormat.MaxPayload)
        {
            throw new InvalidOperationException($"A record of {payload.Length} bytes; {EpisodeFormat.MaxPayload} are the most.");
        }

        _record.Clear();
        _record.Byte((byte)((byte)type | (coded ? EpisodeFormat.CodedFlag : 0)));
        _record.UInt((ulong)payload.Length);
        _record.Bytes(payload);
        _record.Bits32(Crc32.HashToUInt32(_record.Content));
        stream.Write(_record.Content);
        stream.Flush();
    }
}
