using System.Buffers.Binary;
using System.Text.Json;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Verification;

/// <summary>Segments as bytes, in the format of docs/formats/segment.md. One segment has one form, so its hash is its name.</summary>
public static class SegmentFile
{
    /// <summary>The ending of such files.</summary>
    public const string Extension = ".bas";

    private const byte Version = 1;
    private const int HeaderBytes = 20;
    private const int MaxFormBytes = 16 << 10;
    private const int MaxWindowBytes = 16 << 20;
    private const int MaxBytes = 256 << 20;

    private static VersionedStart Beginning => new("segments", (byte)'S', Version);

    /// <summary>Writes a segment so that it is there whole or not at all.</summary>
    public static void Save(TrainingSegment segment, string path)
    {
        var bytes = ToBytes(segment);
        AtomicFile.Write(path, stream => stream.Write(bytes));
    }

    /// <summary>Reads a segment.</summary>
    /// <exception cref="ArtifactFormatException">The file is damaged or no segment.</exception>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public static TrainingSegment Load(string path) => new FileInfo(path).Length > MaxBytes
        ? throw new ArtifactFormatException(path, "file", "more bytes than any segment has", $"at most {MaxBytes}")
        : FromBytes(File.ReadAllBytes(path), path);

    /// <summary>A segment's bytes.</summary>
    public static byte[] ToBytes(TrainingSegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        var form = JsonSerializer.SerializeToUtf8Bytes(SegmentForm.Of(segment), SegmentJson.Default.SegmentForm);
        var windows = WindowTable.Write(segment.Windows);
        byte[] bytes = [.. Beginning.ToBytes(), .. new byte[HeaderBytes - VersionedStart.Bytes], .. form, .. windows, .. segment.Update.Span, .. new byte[TrailingChecksum.Bytes]];
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), form.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), windows.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), segment.Update.Length);
        TrailingChecksum.Write(bytes);
        return bytes;
    }

    /// <summary>Reads a segment from bytes of anybody. Nothing that it claims is checked, but that it is in order.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="name">What to call it in errors.</param>
    /// <exception cref="ArtifactFormatException">It is damaged or no segment.</exception>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public static TrainingSegment FromBytes(byte[] bytes, string name)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var (formLength, windowLength) = Lengths(bytes, name);
        var body = bytes.AsSpan(HeaderBytes, bytes.Length - HeaderBytes - TrailingChecksum.Bytes);
        var form = Form(body[..formLength], name);
        return new TrainingSegment
        {
            Network = form.Network,
            NetworkOptions = form.NetworkOptions,
            TrainingOptions = form.TrainingOptions,
            Start = form.Start,
            Data = form.Data,
            Class = form.Class,
            FirstStep = form.FirstStep,
            Steps = form.Steps,
            End = form.End,
            Windows = WindowTable.Read(body.Slice(formLength, windowLength), name),
            Update = bytes.AsMemory(HeaderBytes + formLength + windowLength, body.Length - formLength - windowLength),
        };
    }

    private static (int Form, int Windows) Lengths(ReadOnlySpan<byte> bytes, string name)
    {
        if (!Beginning.Begins(bytes, name) || bytes.Length < HeaderBytes + TrailingChecksum.Bytes || bytes.Length > MaxBytes)
        {
            throw new ArtifactFormatException(name, "start", $"{bytes.Length} bytes that do not start like a segment", "89 42 41 53 01 00 00 00");
        }

        var (form, windows, update) = (
            BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]), BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]));
        if (form is < 0 or > MaxFormBytes || windows is < 0 or > MaxWindowBytes || update < 0 || HeaderBytes + (long)form + windows + update + TrailingChecksum.Bytes != bytes.Length)
        {
            throw new ArtifactFormatException(name, "header", $"parts of {form}, {windows} and {update} bytes", $"those that {bytes.Length} bytes have");
        }

        TrailingChecksum.Demand(bytes, name, "segment");
        return (form, windows);
    }

    private static SegmentForm Form(ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            var form = JsonSerializer.Deserialize(bytes, SegmentJson.Default.SegmentForm);
            if (form is not null && IsWhole(form) && JsonSerializer.SerializeToUtf8Bytes(form, SegmentJson.Default.SegmentForm).AsSpan().SequenceEqual(bytes))
            {
                return form;
            }
        }
        catch (Exception error) when (error is JsonException or ArgumentException)
        {
            // A number too large for a double is read as infinity, which then cannot be written.
            throw new ArtifactFormatException(name, "claim", "broken JSON", "that of a segment", error);
        }

        throw new ArtifactFormatException(name, "claim", "JSON in another form", "exactly what is written for a segment");
    }

    // What is missing from the JSON is null whatever its type says.
    private static bool IsWhole(SegmentForm form) =>
        form is { Network: not null, NetworkOptions: not null, TrainingOptions: not null, Class: not null }
        && ContentHash.IsHash(form.Start) && ContentHash.IsHash(form.Data) && ContentHash.IsHash(form.End);
}
