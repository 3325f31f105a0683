using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Models;

/// <summary>The index as lines: <c>{"crc":"89abcdef","event":{…}}</c>, the checksum being the CRC-32 of the event's bytes.</summary>
internal static class RegistryLines
{
    private const byte LineEnd = (byte)'\n';
    private const string Kind = "the index of models";

    private static ReadOnlySpan<byte> BeforeChecksum => "{\"crc\":\""u8;

    private static ReadOnlySpan<byte> BeforeEvent => "\",\"event\":"u8;

    private static ReadOnlySpan<byte> AfterEvent => "}"u8;

    /// <summary>A line, with its end.</summary>
    public static byte[] Write(RegistryEvent entry)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(entry, RegistryJson.Default.RegistryEvent);
        return [.. BeforeChecksum, .. Encoding.ASCII.GetBytes(Checksum(json)), .. BeforeEvent, .. json, .. AfterEvent, LineEnd];
    }

    /// <summary>The events of an index, and where the last sound line ends.</summary>
    /// <remarks>
    /// A line that was being written when the process or the machine died is the last one; it counts as never written. One whose checksum is right was
    /// written whole: if this program cannot tell what it says, a newer one wrote it.
    /// </remarks>
    /// <exception cref="ArtifactFormatException">Another line than the last is damaged.</exception>
    /// <exception cref="NewerVersionException">A newer program wrote one.</exception>
    public static (List<RegistryEvent> Events, int End) Read(ReadOnlySpan<byte> index, string file)
    {
        var events = new List<RegistryEvent>();
        var end = 0;
        while (end < index.Length)
        {
            var length = index[end..].IndexOf(LineEnd);
            var line = length < 0 ? index[end..] : index.Slice(end, length);
            var isLast = length < 0 || end + length + 1 == index.Length;
            if (length < 0 || Parse(line, file) is not { } entry)
            {
                return isLast ? (events, end) : throw Damaged(file, events.Count + 1, line);
            }

            events.Add(entry);
            end += length + 1;
        }

        return (events, end);
    }

    private static RegistryEvent? Parse(ReadOnlySpan<byte> line, string file)
    {
        if (!IsFramed(line) || Claimed(line) != Checksum(Event(line)))
        {
            return null;
        }

        var json = Event(line);
        NewerVersionException.ThrowIfNewer(file, Kind, JsonVersion.Of(json), RegistryEvent.NewestVersion);
        try
        {
            var entry = JsonSerializer.Deserialize(json, RegistryJson.Default.RegistryEvent);
            return ContentHash.IsHash(entry?.Hash) ? entry : throw Later(file);
        }
        catch (JsonException)
        {
            throw Later(file);
        }
    }

    // Of no version that it names, so of the next one at least.
    private static NewerVersionException Later(string file) => new(new NewerVersion(file, Kind, RegistryEvent.NewestVersion + 1, RegistryEvent.NewestVersion));

    private static bool IsFramed(ReadOnlySpan<byte> line) =>
        line.Length > BeforeChecksum.Length + 8 + BeforeEvent.Length + AfterEvent.Length
        && line.StartsWith(BeforeChecksum)
        && line[(BeforeChecksum.Length + 8)..].StartsWith(BeforeEvent)
        && line.EndsWith(AfterEvent);

    private static string Claimed(ReadOnlySpan<byte> line) => Encoding.ASCII.GetString(line.Slice(BeforeChecksum.Length, 8));

    private static ReadOnlySpan<byte> Event(ReadOnlySpan<byte> line) => line[(BeforeChecksum.Length + 8 + BeforeEvent.Length)..^AfterEvent.Length];

    private static string Checksum(ReadOnlySpan<byte> json) => Crc32.HashToUInt32(json).ToString("x8", CultureInfo.InvariantCulture);

    private static ArtifactFormatException Damaged(string file, int number, ReadOnlySpan<byte> line) => IsFramed(line)
        ? new(file, $"line {number}", $"an event with the checksum {Checksum(Event(line))}", $"{Claimed(line)} and an event of this version")
        : new(file, $"line {number}", "no event", "{\"crc\":…,\"event\":{…}}");
}
