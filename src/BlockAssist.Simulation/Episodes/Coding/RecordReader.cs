using System.Buffers.Binary;
using System.IO.Hashing;

namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>Finds the records in the bytes of a file; trusts nothing before its checksum.</summary>
internal sealed class RecordReader(byte[] file)
{
    private const int MostLengthBytes = 4;
    private const int ChecksumBytes = 4;

    // Each place that looks like a keyframe costs a checksum; a file made to have many of them must not cost for ever.
    private long _searchBudget = SearchBudget(file);

    /// <summary>Where the last record starts.</summary>
    public int Offset { get; private set; }

    /// <summary>The number of the last record, counted from 0.</summary>
    public int Number { get; private set; } = -1;

    /// <summary>The type of the last record, without the flag.</summary>
    public RecordType Type { get; private set; }

    /// <summary>Whether the entries of the last record are range-coded.</summary>
    public bool IsCoded { get; private set; }

    /// <summary>Where the payload of the last record is in the file.</summary>
    public Range Payload { get; private set; }

    /// <summary>Where the next record starts.</summary>
    public int Next { get; private set; }

    /// <summary>The bytes of the file.</summary>
    public byte[] File => file;

    /// <summary>Goes back to a record that was read before.</summary>
    public void Return(int offset, int number)
    {
        (Next, Number) = (offset, number - 1);
        _searchBudget = SearchBudget(file);
    }

    /// <summary>Checks how the file starts.</summary>
    public void ReadMagic()
    {
        var magic = file.AsSpan(0, Math.Min(file.Length, EpisodeFormat.Magic.Length));
        if (!magic.SequenceEqual(EpisodeFormat.Magic))
        {
            throw new InvalidDataException(magic.Length == 0 ? "is empty, expected an episode" : $"starts with {Convert.ToHexString(magic)}, expected {Convert.ToHexString(EpisodeFormat.Magic)}; not an episode");
        }

        Next = magic.Length;
    }

    /// <summary>Reads the next record; false at the end of the file.</summary>
    /// <exception cref="InvalidDataException">The bytes are no whole record.</exception>
    public bool Read()
    {
        Offset = Next;
        Number++;
        return Offset < file.Length && ReadAt(Offset);
    }

    /// <summary>Moves on to the next whole keyframe behind the start of the last record.</summary>
    /// <returns>False if there is none.</returns>
    public bool SkipToKeyframe()
    {
        for (var offset = Offset + 1; offset < file.Length && _searchBudget > 0; offset++)
        {
            if ((file[offset] & ~EpisodeFormat.CodedFlag) == (int)RecordType.Keyframe && IsRecordAt(offset))
            {
                Next = offset;
                return true;
            }
        }

        return false;
    }

    private static long SearchBudget(byte[] file) => (16L * file.Length) + EpisodeFormat.MaxPayload;

    private bool IsRecordAt(int offset)
    {
        try
        {
            return ReadAt(offset);
        }
        catch (InvalidDataException)
        {
            _searchBudget -= 64 + Next - offset;
            return false;
        }
    }

    private bool ReadAt(int offset)
    {
        Next = offset;
        var head = ReadHead(offset, out var length);
        var whole = head + length + ChecksumBytes;
        if (whole > file.Length - offset)
        {
            throw new InvalidDataException($"cut off: {file.Length - offset} of a record's {whole} bytes are there");
        }

        Next = offset + whole;
        Check(file.AsSpan(offset, whole));
        Type = (RecordType)(file[offset] & ~EpisodeFormat.CodedFlag);
        IsCoded = (file[offset] & EpisodeFormat.CodedFlag) != 0;
        Payload = (offset + head)..(offset + head + length);
        return true;
    }

    private int ReadHead(int offset, out int length)
    {
        var head = file.AsSpan(offset, Math.Min(file.Length - offset, 1 + MostLengthBytes));
        length = 0;
        for (var index = 1; index < head.Length; index++)
        {
            length |= (head[index] & 0x7F) << (7 * (index - 1));
            if (head[index] < 0x80)
            {
                return length <= EpisodeFormat.MaxPayload
                    ? index + 1
                    : throw new InvalidDataException($"a record of {length} bytes, expected at most {EpisodeFormat.MaxPayload}");
            }
        }

        throw new InvalidDataException(
            head.Length <= MostLengthBytes ? $"cut off: {head.Length} bytes of a record are there" : "the length of a record has more than 4 bytes");
    }

    private static void Check(ReadOnlySpan<byte> record)
    {
        var stored = BinaryPrimitives.ReadUInt32LittleEndian(record[^ChecksumBytes..]);
        var computed = Crc32.HashToUInt32(record[..^ChecksumBytes]);
        if (stored != computed)
        {
            throw new InvalidDataException($"checksum {stored:x8}, expected {computed:x8}");
        }
    }
}
