using System.Buffers.Binary;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Verification;

/// <summary>The windows of a segment as bytes: the hashes of their files in order, then a line of eight bytes for each window.</summary>
internal static class WindowTable
{
    private const int HashBytes = ContentHash.Digits / 2;
    private const int LineBytes = 8;
    private const int CountBytes = 2;

    /// <summary>Writes windows; nothing if there are none.</summary>
    public static byte[] Write(IReadOnlyList<SegmentWindow> windows)
    {
        if (windows.Count == 0)
        {
            return [];
        }

        string[] files = [.. windows.Select(window => window.File).Distinct().Order(StringComparer.Ordinal)];
        var bytes = new byte[CountBytes + (files.Length * HashBytes) + (windows.Count * LineBytes)];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, checked((ushort)files.Length));
        for (var file = 0; file < files.Length; file++)
        {
            Convert.FromHexString(files[file], bytes.AsSpan(CountBytes + (file * HashBytes), HashBytes), out _, out _);
        }

        var line = bytes.AsSpan(CountBytes + (files.Length * HashBytes));
        foreach (var window in windows)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(line, (ushort)Array.BinarySearch(files, window.File, StringComparer.Ordinal));
            (line[2], line[3]) = (window.Builder, window.Symmetry);
            BinaryPrimitives.WriteInt32LittleEndian(line[4..], window.Start);
            line = line[LineBytes..];
        }

        return bytes;
    }

    /// <summary>Reads windows. What is not as <see cref="Write"/> would have it is refused.</summary>
    public static SegmentWindow[] Read(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.IsEmpty)
        {
            return [];
        }

        var count = bytes.Length < CountBytes ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
        var lines = bytes.Length - CountBytes - (count * HashBytes);
        if (count == 0 || lines <= 0 || lines % LineBytes != 0)
        {
            throw new ArtifactFormatException(name, "windows", $"{bytes.Length} bytes with {count} files", "files, and eight bytes for each window");
        }

        var windows = ReadLines(bytes[^lines..], Files(bytes.Slice(CountBytes, count * HashBytes)), name);
        return Write(windows).AsSpan().SequenceEqual(bytes)
            ? windows
            : throw new ArtifactFormatException(name, "windows", "files out of order, twice or of no window", "each once, in order");
    }

    private static string[] Files(ReadOnlySpan<byte> hashes)
    {
        var files = new string[hashes.Length / HashBytes];
        for (var file = 0; file < files.Length; file++)
        {
            files[file] = Convert.ToHexStringLower(hashes.Slice(file * HashBytes, HashBytes));
        }

        return files;
    }

    private static SegmentWindow[] ReadLines(ReadOnlySpan<byte> lines, string[] files, string name)
    {
        var windows = new SegmentWindow[lines.Length / LineBytes];
        for (var i = 0; i < windows.Length; i++)
        {
            var line = lines.Slice(i * LineBytes, LineBytes);
            var file = BinaryPrimitives.ReadUInt16LittleEndian(line);
            var start = BinaryPrimitives.ReadInt32LittleEndian(line[4..]);
            if (file >= files.Length || line[3] >= Views.Symmetry.Count || start < 0)
            {
                throw new ArtifactFormatException(name, $"window {i}", $"file {file}, symmetry {line[3]}, turn {start}", $"one of {files.Length} files, a symmetry below {Views.Symmetry.Count}, no negative turn");
            }

            windows[i] = new SegmentWindow(files[file], line[2], start, line[3]);
        }

        return windows;
    }
}
