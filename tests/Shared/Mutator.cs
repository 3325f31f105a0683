using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Tests.Shared;

/// <summary>Damages files the way bad luck and bad people do. The same seed damages them the same way.</summary>
internal sealed class Mutator(ulong seed)
{
    private static readonly byte[] TellingBytes = [0x00, 0x01, 0x7F, 0x80, 0xFF, 0x0A, (byte)'{', (byte)'['];

    private static readonly int[] TellingNumbers = [0, 1, -1, 2, 255, 256, 32_767, 65_536, 1 << 24, int.MaxValue, int.MinValue];

    private readonly SeededRandom _random = new(seed);

    /// <summary>A damaged copy: one to eight wounds, each of a random kind; few are likelier, for they lead deeper into a reader.</summary>
    /// <param name="file">The file to damage.</param>
    /// <param name="other">Another file, from which pieces may come.</param>
    public byte[] Mutate(ReadOnlySpan<byte> file, ReadOnlySpan<byte> other)
    {
        var damaged = file.ToArray();
        for (var wounds = 1 + _random.Next(1 + _random.Next(8)); wounds > 0 && damaged.Length > 0; wounds--)
        {
            damaged = Wound(damaged, other);
        }

        return damaged;
    }

    private byte[] Wound(byte[] file, ReadOnlySpan<byte> other)
    {
        var at = _random.Next(file.Length);
        switch (_random.Next(9))
        {
            case 0 or 1:
                file[at] ^= (byte)(1 << _random.Next(8));
                return file;
            case 2:
                file[at] = (byte)_random.Next(256);
                return file;
            case 3:
                file[at] = TellingBytes[_random.Next(TellingBytes.Length)];
                return file;
            case 4:
                return Overwrite(file, at, TellingNumber());
            case 5:
                return file[..at];
            case 6:
                return [.. file[..at], .. file[Math.Min(file.Length, at + 1 + _random.Next(16))..]];
            case 7:
                return [.. file[..at], .. Piece(file), .. file[at..]];
            default:
                return [.. file[..at], .. Piece(other), .. file[Math.Min(file.Length, at + _random.Next(64))..]];
        }
    }

    private byte[] Piece(ReadOnlySpan<byte> from)
    {
        var start = _random.Next(from.Length + 1);
        return from.Slice(start, Math.Min(from.Length - start, _random.Next(64))).ToArray();
    }

    /// <summary>A number at which lengths and counts tend to go wrong, in either byte order.</summary>
    private byte[] TellingNumber()
    {
        var bytes = BitConverter.GetBytes(TellingNumbers[_random.Next(TellingNumbers.Length)]);
        if (_random.Next(2) == 0)
        {
            Array.Reverse(bytes);
        }

        return bytes;
    }

    private static byte[] Overwrite(byte[] file, int at, byte[] with)
    {
        with.AsSpan(0, Math.Min(with.Length, file.Length - at)).CopyTo(file.AsSpan(at));
        return file;
    }
}
