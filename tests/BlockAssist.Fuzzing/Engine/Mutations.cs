using System.Buffers.Binary;
using System.Text;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Fuzzing.Engine;

/// <summary>Changes inputs the way that leads furthest into readers. The same seed changes them the same way.</summary>
/// <param name="seed">The seed.</param>
/// <param name="words">Words that make a difference.</param>
/// <param name="mostBytes">The longest input.</param>
internal sealed class Mutations(ulong seed, IReadOnlyList<string> words, int mostBytes)
{
    private const int MostChanges = 6;
    private const int LongestPiece = 256;

    private static readonly long[] TellingNumbers =
    [
        0, 1, -1, 2, 16, 32, 64, 100, 127, 128, 255, 256, 512, 1000, 1024, 4096, 32_767, 32_768, 65_535, 65_536, 1 << 24, int.MaxValue, int.MinValue, uint.MaxValue, long.MaxValue, long.MinValue,
    ];

    private static readonly string[] TellingTexts = ["-1", "0", "1e999", "NaN", "null", "true", "[]", "{}", "\"\"", "99999999999999999999", "\\ud800", "\0", "\n", "-0", "0x"];

    private readonly SeededRandom _random = new(seed);
    private readonly byte[][] _words = [.. words.Concat(TellingTexts).Select(Encoding.UTF8.GetBytes)];

    /// <summary>A number below another one.</summary>
    public int Next(int below) => _random.Next(below);

    /// <summary>A changed copy.</summary>
    /// <param name="input">What is changed.</param>
    /// <param name="other">From which pieces may come.</param>
    public byte[] Of(byte[] input, byte[] other)
    {
        var changed = (byte[])input.Clone();
        for (var left = 1 + _random.Next(1 << _random.Next(MostChanges)); left > 0; left--)
        {
            changed = Change(changed, other);
        }

        return changed.Length <= mostBytes ? changed : changed[..mostBytes];
    }

    private byte[] Change(byte[] input, byte[] other)
    {
        if (input.Length == 0)
        {
            return Piece(other);
        }

        var at = _random.Next(input.Length);
        switch (_random.Next(15))
        {
            case 0 or 1:
                input[at] ^= (byte)(1 << _random.Next(8));
                return input;
            case 2:
                input[at] = (byte)_random.Next(256);
                return input;
            case 3:
                input[at] = (byte)(input[at] + _random.Next(33) - 16);
                return input;
            case 4 or 5:
                return Overwrite(input, at, TellingNumber());
            case 6:
                return Replace(input, at, _random.Next(4) == 0 ? input.Length : _random.Next(LongestPiece), []);
            case 7:
                return Replace(input, at, 0, Piece(input));
            case 8:
                return Overwrite(input, at, Piece(input));
            case 9:
                return Replace(input, at, 0, [.. Enumerable.Repeat((byte)_random.Next(256), 1 + _random.Next(LongestPiece))]);
            case 10:
                return Replace(input, at, _random.Next(LongestPiece), Piece(other));
            case 11:
                return [.. input.AsSpan(0, at), .. other.AsSpan(_random.Next(other.Length + 1))];
            case 12:
                return Replace(input, at, _random.Next(3) == 0 ? 0 : _random.Next(16), _words[_random.Next(_words.Length)]);
            case 13:
                return NumberInText(input, at);
            default:
                return Resize(input, at);
        }
    }

    private byte[] Piece(byte[] from)
    {
        var start = _random.Next(from.Length + 1);
        return from.AsSpan(start, Math.Min(from.Length - start, _random.Next(LongestPiece))).ToArray();
    }

    private byte[] TellingNumber()
    {
        var bytes = new byte[1 << _random.Next(4)];
        var number = TellingNumbers[_random.Next(TellingNumbers.Length)];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(number >> (8 * i));
        }

        if (_random.Next(2) == 0)
        {
            Array.Reverse(bytes);
        }

        return bytes;
    }

    // The digits around a place give way to another number.
    private byte[] NumberInText(byte[] input, int at)
    {
        var start = at;
        while (start < input.Length && !char.IsAsciiDigit((char)input[start]))
        {
            start++;
        }

        var end = start;
        while (end < input.Length && char.IsAsciiDigit((char)input[end]))
        {
            end++;
        }

        return Replace(input, start, end - start, Encoding.ASCII.GetBytes($"{TellingNumbers[_random.Next(TellingNumbers.Length)]}"));
    }

    // What looks like a length grows or shrinks together with what it measures.
    private byte[] Resize(byte[] input, int from)
    {
        for (var at = from; at < Math.Min(input.Length, from + 64); at++)
        {
            var (width, isBig) = (1 << _random.Next(3), _random.Next(2) == 0);
            if (at + width > input.Length || LengthAt(input.AsSpan(at, width), isBig) is not (> 0 and var length) || length > input.Length - at - width)
            {
                continue;
            }

            var start = at + width + _random.Next((int)length);
            var end = at + width + (int)length;
            var (taken, put) = _random.Next(2) == 0 ? (_random.Next(end - start + 1), []) : (0, Piece(input));
            var resized = Replace((byte[])input.Clone(), start, taken, put);
            PutLength(resized.AsSpan(at, width), length - taken + put.Length, isBig);
            return resized;
        }

        return input;
    }

    private static long LengthAt(ReadOnlySpan<byte> bytes, bool isBig) => bytes.Length switch
    {
        1 => bytes[0],
        2 => isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        _ => isBig ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes),
    };

    private static void PutLength(Span<byte> bytes, long length, bool isBig)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[isBig ? bytes.Length - 1 - i : i] = (byte)(length >> (8 * i));
        }
    }

    private static byte[] Overwrite(byte[] input, int at, byte[] with)
    {
        with.AsSpan(0, Math.Min(with.Length, input.Length - at)).CopyTo(input.AsSpan(at));
        return input;
    }

    private static byte[] Replace(byte[] input, int at, int count, byte[] with) =>
        [.. input.AsSpan(0, at), .. with, .. input.AsSpan(Math.Min(input.Length, at + count))];
}
