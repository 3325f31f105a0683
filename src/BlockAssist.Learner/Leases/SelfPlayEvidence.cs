using System.Buffers.Binary;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Leases;

/// <summary>All that the replay of a segment of self-play needs, in one file; the format is in docs/formats/evidence.md.</summary>
/// <param name="Start">The checkpoint where the segment starts.</param>
/// <param name="Final">The checkpoint where the lease ends; nothing if the segment is its last.</param>
public sealed record SelfPlayEvidence(ReadOnlyMemory<byte> Start, ReadOnlyMemory<byte> Final)
{
    private const byte Version = 1;

    private static VersionedStart Beginning => new("evidence of self-play", (byte)'P', Version);

    private static int HeaderBytes => VersionedStart.Bytes + (2 * sizeof(int));

    /// <summary>Writes the evidence so that it is there whole or not at all.</summary>
    public void Save(string path)
    {
        var bytes = ToBytes();
        AtomicFile.Write(path, stream => stream.Write(bytes));
    }

    /// <summary>Reads the evidence of a file.</summary>
    /// <exception cref="ArtifactFormatException">It is damaged or none.</exception>
    /// <exception cref="NewerVersionException">It, or something in it, is of a newer version.</exception>
    public static SelfPlayEvidence Load(string path) => new FileInfo(path).Length > LeaseEvidence.MaxBytes
        ? throw new ArtifactFormatException(path, "file", "more bytes than evidence has", $"at most {LeaseEvidence.MaxBytes}")
        : FromBytes(File.ReadAllBytes(path), path);

    /// <summary>The bytes of the file.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[HeaderBytes + Start.Length + Final.Length + TrailingChecksum.Bytes];
        Beginning.ToBytes().CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(VersionedStart.Bytes), Start.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(VersionedStart.Bytes + sizeof(int)), Final.Length);
        Start.Span.CopyTo(bytes.AsSpan(HeaderBytes));
        Final.Span.CopyTo(bytes.AsSpan(HeaderBytes + Start.Length));
        TrailingChecksum.Write(bytes);
        return bytes;
    }

    /// <summary>Reads evidence from bytes of anybody; what its states are is not checked.</summary>
    /// <param name="bytes">All of it; not to be changed afterwards.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <exception cref="ArtifactFormatException">It is damaged or none.</exception>
    /// <exception cref="NewerVersionException">It, or something in it, is of a newer version.</exception>
    public static SelfPlayEvidence FromBytes(byte[] bytes, string name)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (!Beginning.Begins(bytes, name) || bytes.Length < HeaderBytes + TrailingChecksum.Bytes || bytes.Length > LeaseEvidence.MaxBytes)
        {
            throw new ArtifactFormatException(name, "start", $"{bytes.Length} bytes that do not start like evidence of self-play", "89 42 41 50 01 00 00 00");
        }

        TrailingChecksum.Demand(bytes, name, "evidence");
        var start = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(VersionedStart.Bytes));
        var final = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(VersionedStart.Bytes + sizeof(int)));
        return start >= 0 && final >= 0 && HeaderBytes + (long)start + final + TrailingChecksum.Bytes == bytes.Length
            ? new SelfPlayEvidence(bytes.AsMemory(HeaderBytes, start), bytes.AsMemory(HeaderBytes + start, final))
            : throw new ArtifactFormatException(name, "header", $"states of {start} and {final} bytes", "those that are there");
    }
}
