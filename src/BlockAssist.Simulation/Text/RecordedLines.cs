using System.Buffers;
using System.IO.Compression;
using System.Text;

namespace BlockAssist.Simulation.Text;

/// <summary>The lines of a recording, plain or gzipped, however large it claims to be.</summary>
/// <remarks>One line at a time is in memory. A file that unpacks to more than anybody records is refused, and so is a line.</remarks>
internal static class RecordedLines
{
    /// <summary>The most bytes of a recording, unpacked. The largest known has 12 MB.</summary>
    public const long MostBytes = 1L << 28;

    /// <summary>The most characters of a line. The longest known has 0.2 million.</summary>
    public const int LongestLine = 1 << 24;

    /// <summary>Reads the lines, without their ends.</summary>
    /// <param name="source">The file; it can be sought in.</param>
    /// <exception cref="InvalidDataException">It is too large, or not gzip although it begins so.</exception>
    public static IEnumerable<string> Read(Stream source)
    {
        using var reader = new StreamReader(new LimitedStream(Unzip(source), MostBytes));
        var line = new StringBuilder();
        var buffer = ArrayPool<char>.Shared.Rent(1 << 14);
        try
        {
            for (int read; (read = reader.Read(buffer)) > 0;)
            {
                var rest = new ArraySegment<char>(buffer, 0, read);
                for (int end; (end = rest.AsSpan().IndexOf('\n')) >= 0; rest = rest[(end + 1)..])
                {
                    yield return Append(line, rest[..end]).ToString().TrimEnd('\r');
                    line.Clear();
                }

                Append(line, rest);
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }

        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    private static StringBuilder Append(StringBuilder line, ArraySegment<char> part) =>
        line.Length + part.Count <= LongestLine
            ? line.Append(part.AsSpan())
            : throw new InvalidDataException($"a line of more than {LongestLine} characters, expected one JSON object");

    private static Stream Unzip(Stream source)
    {
        var magic = new byte[2];
        var read = source.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        source.Position -= read;
        return magic is [0x1F, 0x8B] ? new GZipStream(source, CompressionMode.Decompress) : source;
    }
}
