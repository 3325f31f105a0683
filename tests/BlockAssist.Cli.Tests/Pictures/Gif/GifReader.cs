using System.Buffers.Binary;
using BlockAssist.Game.Pictures;

namespace BlockAssist.Cli.Tests.Pictures.Gif;

/// <summary>Reads the films that we write, by the standard's own words.</summary>
internal sealed class GifReader
{
    private readonly byte[] _file;
    private readonly Rgba[] _screen;
    private int _at;

    public GifReader(byte[] file)
    {
        _file = file;
        Assert.Equal("GIF89a"u8, file.AsSpan(0, 6));
        (Width, Height) = (Number(6), Number(8));
        _screen = new Rgba[Width * Height];
        _at = 13 + (3 * 256);
        Read();
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>The pictures as they are seen, and how long each is, in hundredths of a second.</summary>
    public List<(Rgba[] Pixels, int Hundredths)> Pictures { get; } = [];

    private int Number(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(at));

    private void Read()
    {
        var (delay, unseen) = (0, -1);
        for (; _file[_at] != 0x3B;)
        {
            switch (_file[_at])
            {
                case 0x21 when _file[_at + 1] == 0xF9:
                    (delay, unseen) = (Number(_at + 4), _file[_at + 6]);
                    _at += 8;
                    break;
                case 0x21:
                    _at += 2;
                    Blocks();
                    break;
                case 0x2C:
                    ReadPicture((Number(_at + 1), Number(_at + 3), Number(_at + 5), Number(_at + 7)), unseen);
                    Pictures.Add(([.. _screen], delay));
                    break;
                default:
                    Assert.Fail($"a byte {_file[_at]:X2} at {_at}");
                    break;
            }
        }

        Assert.Equal(_file.Length, _at + 1);
    }

    private byte[] Blocks()
    {
        var bytes = new List<byte>();
        for (; _file[_at] != 0; _at += _file[_at] + 1)
        {
            bytes.AddRange(_file.AsSpan(_at + 1, _file[_at]));
        }

        _at++;
        return [.. bytes];
    }

    private void ReadPicture((int Left, int Top, int Width, int Height) box, int unseen)
    {
        Assert.Equal(8, _file[_at + 10]);
        _at += 11;
        var pixels = Unpack(Blocks());
        Assert.Equal(box.Width * box.Height, pixels.Count);
        for (var i = 0; i < pixels.Count; i++)
        {
            if (pixels[i] != unseen)
            {
                var colour = 13 + (3 * pixels[i]);
                _screen[((box.Top + (i / box.Width)) * Width) + box.Left + (i % box.Width)] = new Rgba(_file[colour], _file[colour + 1], _file[colour + 2]);
            }
        }
    }

    private static List<byte> Unpack(byte[] packed)
    {
        const int Clear = 256;
        var (pixels, words, bits, at) = (new List<byte>(), new List<byte[]>(), 9, 0);
        byte[]? before = null;
        while (true)
        {
            var code = 0;
            for (var bit = 0; bit < bits; bit++, at++)
            {
                code |= ((packed[at / 8] >> (at % 8)) & 1) << bit;
            }

            if (code == Clear + 1)
            {
                return pixels;
            }

            if (code == Clear)
            {
                (words, bits, before) = ([.. Enumerable.Range(0, Clear + 2).Select(pixel => (byte[])[(byte)pixel])], 9, null);
                continue;
            }

            var word = code < words.Count ? words[code] : [.. before!, before![0]];
            pixels.AddRange(word);
            if (before is not null && words.Count < 4096)
            {
                words.Add([.. before, word[0]]);
                bits = words.Count == 1 << bits && bits < 12 ? bits + 1 : bits;
            }

            before = word;
        }
    }
}
