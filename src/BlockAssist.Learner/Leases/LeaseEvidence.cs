using System.Buffers.Binary;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Verification;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Leases;

/// <summary>All that the replay of a segment of a lease needs, in one file; the format is in docs/formats/evidence.md.</summary>
public sealed record LeaseEvidence
{
    private const byte Version = 1;
    private const int Fixed = 32;
    private const int MaxEpisodes = 1 << 14;

    /// <summary>The most bytes of a file.</summary>
    public const int MaxBytes = 256 << 20;

    private static VersionedStart Beginning => new("evidence", (byte)'V', Version);

    /// <summary>What is claimed of the segment; it names its windows.</summary>
    public required TrainingSegment Segment { get; init; }

    /// <summary>What the lease was learnt from.</summary>
    public required LeaseManifest Manifest { get; init; }

    /// <summary>The checkpoint where the segment starts.</summary>
    public required ReadOnlyMemory<byte> Start { get; init; }

    /// <summary>The checkpoint where it ends.</summary>
    public required ReadOnlyMemory<byte> End { get; init; }

    /// <summary>The checkpoint where the lease ends; nothing if the segment is its last.</summary>
    public required ReadOnlyMemory<byte> Final { get; init; }

    /// <summary>The files of the episodes that the windows are of, in order of their hashes.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Episodes { get; init; }

    /// <summary>Writes the evidence so that it is there whole or not at all.</summary>
    public void Save(string path)
    {
        var bytes = ToBytes();
        AtomicFile.Write(path, stream => stream.Write(bytes));
    }

    /// <summary>Reads the evidence of a file.</summary>
    /// <exception cref="ArtifactFormatException">It is damaged or none.</exception>
    /// <exception cref="NewerVersionException">It, or something in it, is of a newer version.</exception>
    public static LeaseEvidence Load(string path) => new FileInfo(path).Length > MaxBytes
        ? throw new ArtifactFormatException(path, "file", "more bytes than evidence has", $"at most {MaxBytes}")
        : FromBytes(File.ReadAllBytes(path), path);

    /// <summary>The bytes of the file.</summary>
    public byte[] ToBytes()
    {
        ReadOnlyMemory<byte>[] parts = [SegmentFile.ToBytes(Segment), Manifest.ToBytes(), Start, End, Final, .. Episodes];
        var header = Fixed + (Episodes.Count * sizeof(int));
        var bytes = new byte[header + parts.Sum(part => part.Length) + TrailingChecksum.Bytes];
        Beginning.ToBytes().CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(VersionedStart.Bytes), Episodes.Count);
        var (length, at) = (VersionedStart.Bytes + sizeof(int), header);
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(length), part.Length);
            part.Span.CopyTo(bytes.AsSpan(at));
            (length, at) = (length + sizeof(int), at + part.Length);
        }

        TrailingChecksum.Write(bytes);
        return bytes;
    }

    /// <summary>Reads evidence from bytes of anybody; what it claims is not checked, but that its parts are such.</summary>
    /// <param name="bytes">All of it; not to be changed afterwards.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <exception cref="ArtifactFormatException">It is damaged or none.</exception>
    /// <exception cref="NewerVersionException">It, or something in it, is of a newer version.</exception>
    public static LeaseEvidence FromBytes(byte[] bytes, string name)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var parts = Parts(bytes, name);
        return new LeaseEvidence
        {
            Segment = SegmentFile.FromBytes(parts[0].ToArray(), $"{name}: segment"),
            Manifest = LeaseManifest.FromBytes(parts[1].Span, name),
            Start = parts[2],
            End = parts[3],
            Final = parts[4],
            Episodes = parts[5..],
        };
    }

    private static ReadOnlyMemory<byte>[] Parts(byte[] bytes, string name)
    {
        if (!Beginning.Begins(bytes, name) || bytes.Length is < Fixed + TrailingChecksum.Bytes or > MaxBytes)
        {
            throw new ArtifactFormatException(name, "start", $"{bytes.Length} bytes that do not start like evidence", "89 42 41 56 01 00 00 00");
        }

        var episodes = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(VersionedStart.Bytes));
        if (episodes is < 1 or > MaxEpisodes || Fixed + (episodes * sizeof(int)) + TrailingChecksum.Bytes > bytes.Length)
        {
            throw new ArtifactFormatException(name, "header", $"{episodes} episodes", $"1 to {MaxEpisodes}, and their lengths");
        }

        TrailingChecksum.Demand(bytes, name, "evidence");
        return Cut(bytes, episodes, name);
    }

    private static ReadOnlyMemory<byte>[] Cut(byte[] bytes, int episodes, string name)
    {
        const int Others = 5;
        var parts = new ReadOnlyMemory<byte>[Others + episodes];
        var (length, at) = (VersionedStart.Bytes + sizeof(int), Fixed + (episodes * sizeof(int)));
        for (var i = 0; i < parts.Length; i++)
        {
            var count = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(length));
            if (count < 0 || count > bytes.Length - TrailingChecksum.Bytes - at)
            {
                throw new ArtifactFormatException(name, $"part {i}", $"{count} bytes", "no more than are left");
            }

            parts[i] = bytes.AsMemory(at, count);
            (length, at) = (length + sizeof(int), at + count);
        }

        return at == bytes.Length - TrailingChecksum.Bytes ? parts : throw new ArtifactFormatException(name, "end", "bytes that are of no part", "a checksum");
    }
}
