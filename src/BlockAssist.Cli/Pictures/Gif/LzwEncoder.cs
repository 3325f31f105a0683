namespace BlockAssist.Cli.Pictures.Gif;

/// <summary>Packs the pixels of a GIF's picture: LZW with codes of growing length, in blocks of at most 255 bytes.</summary>
/// <remarks>"Graphics Interchange Format, version 89a" (CompuServe, 1990), appendix F.</remarks>
internal sealed class LzwEncoder(Stream stream)
{
    private const int PixelBits = 8;
    private const int Clear = 1 << PixelBits;
    private const int End = Clear + 1;
    private const int MostCodes = 4096;
    private const int BlockLength = 255;

    private readonly Dictionary<int, int> _codes = new(MostCodes);
    private readonly byte[] _block = new byte[BlockLength];
    private int _blockLength;
    private int _bits;
    private int _bitCount;
    private int _codeBits;
    private int _nextCode;

    /// <summary>Packs pixels, eight bits each.</summary>
    public void Write(ReadOnlySpan<byte> pixels)
    {
        stream.WriteByte(PixelBits);
        Forget();
        Put(Clear);
        int prefix = pixels[0];
        foreach (var pixel in pixels[1..])
        {
            var longer = (prefix << PixelBits) | pixel;
            if (_codes.TryGetValue(longer, out var code))
            {
                prefix = code;
                continue;
            }

            Put(prefix);
            Learn(longer);
            prefix = pixel;
        }

        Put(prefix);
        Put(End);
        Flush();
    }

    private void Learn(int sequence)
    {
        if (_nextCode == MostCodes)
        {
            // In a code as long as the reader still expects it.
            Put(Clear);
            Forget();
            return;
        }

        _codes.Add(sequence, _nextCode);
        // The reader is one code behind.
        _codeBits += _nextCode == 1 << _codeBits ? 1 : 0;
        _nextCode++;
    }

    private void Forget()
    {
        _codes.Clear();
        (_codeBits, _nextCode) = (PixelBits + 1, End + 1);
    }

    private void Put(int code)
    {
        _bits |= code << _bitCount;
        _bitCount += _codeBits;
        while (_bitCount >= 8)
        {
            PutByte((byte)_bits);
            (_bits, _bitCount) = (_bits >>> 8, _bitCount - 8);
        }
    }

    private void PutByte(byte value)
    {
        _block[_blockLength++] = value;
        if (_blockLength == BlockLength)
        {
            PutBlock();
        }
    }

    private void PutBlock()
    {
        if (_blockLength > 0)
        {
            stream.WriteByte((byte)_blockLength);
            stream.Write(_block.AsSpan(0, _blockLength));
            _blockLength = 0;
        }
    }

    private void Flush()
    {
        if (_bitCount > 0)
        {
            PutByte((byte)_bits);
        }

        PutBlock();
        stream.WriteByte(0);
        (_bits, _bitCount) = (0, 0);
    }
}
