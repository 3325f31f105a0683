using System.IO.Hashing;

namespace BlockAssist.Simulation.Tests.Episodes;

/// <summary>The records of an episode file, by a reader of our own: for taking files apart and putting them together wrongly.</summary>
internal static class EpisodeFile
{
    public sealed record Record(byte Type, byte[] Payload);

    public static ReadOnlySpan<byte> Magic => [0x89, 0x42, 0x41, 0x45, 0x0D, 0x0A, 0x1A, 0x0A];

    public static List<Record> Split(byte[] file)
    {
        var records = new List<Record>();
        for (var at = Magic.Length; at < file.Length;)
        {
            var type = file[at++];
            var length = 0;
            for (var shift = 0; ; shift += 7)
            {
                length |= (file[at] & 0x7F) << shift;
                if (file[at++] < 0x80)
                {
                    break;
                }
            }

            records.Add(new Record(type, file[at..(at + length)]));
            at += length + 4;
        }

        return records;
    }

    public static byte[] Join(IEnumerable<Record> records)
    {
        var file = new List<byte>();
        file.AddRange(Magic);
        foreach (var record in records)
        {
            var bytes = new List<byte> { record.Type };
            for (var length = record.Payload.Length; ; length >>= 7)
            {
                bytes.Add((byte)(length >= 0x80 ? length | 0x80 : length));
                if (length < 0x80)
                {
                    break;
                }
            }

            bytes.AddRange(record.Payload);
            bytes.AddRange(BitConverter.GetBytes(Crc32.HashToUInt32([.. bytes])));
            file.AddRange(bytes);
        }

        return [.. file];
    }
}
