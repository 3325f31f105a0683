using System.IO.Hashing;

namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>Appends records to a stream: type, length, payload, checksum; each in one write.</summary>
internal sealed class RecordWriter(Stream stream)
{
    private readonly ByteBuffer _record = new();

    /// <summary>Starts the file, in the same write as its first record: no one finds one without the other.</summary>
    public void Start() => _record.Bytes(EpisodeFormat.Magic);

    /// <summary>Appends a record and hands it to the operating system.</summary>
    public void Write(RecordType type, bool coded, ReadOnlySpan<byte> payload)
    {
        if (payload.Length > EpisodeFormat.MaxPayload)
        {
            throw new InvalidOperationException($"A record of {payload.Length} bytes; {EpisodeFormat.MaxPayload} are the most.");
        }

        var start = _record.Length;
        _record.Byte((byte)((byte)type | (coded ? EpisodeFormat.CodedFlag : 0)));
        _record.UInt((ulong)payload.Length);
        _record.Bytes(payload);
        _record.Bits32(Crc32.HashToUInt32(_record.Content[start..]));
        var content = _record.Content;
        _record.Clear();
        stream.Write(content);
        stream.Flush();
    }
}
