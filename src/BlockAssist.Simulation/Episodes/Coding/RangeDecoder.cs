namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>The way back from <see cref="RangeEncoder"/>.</summary>
/// <remarks>
/// Never reads outside the code it was given; where the code is too short it throws. A byte of code yields some two hundred bytes
/// at the very most, of what is always the same: whoever keeps what is read limits how much that is.
/// </remarks>
internal sealed class RangeDecoder(int contexts)
{
    // The encoder leaves away at most four zeros.
    private const int MostTrimmed = 4;

    private readonly ContextModel _model = new(contexts);
    private byte[] _source = [];
    private int _position;
    private int _end;
    private bool _coded;
    private uint _code;
    private uint _range;

    /// <summary>Forgets what the contexts have learnt.</summary>
    public void Forget() => _model.Forget();

    /// <summary>Starts to read a run of bytes; the array must not change until the run is read.</summary>
    public void Begin(byte[] source, Range part, bool coded)
    {
        var (offset, length) = part.GetOffsetAndLength(source.Length);
        (_source, _position, _end, _coded) = (source, offset, offset + length, coded);
        _range = uint.MaxValue;
        _code = 0;
        for (var count = 0; coded && count < 4; count++)
        {
            _code = (_code << 8) | NextCode();
        }
    }

    /// <summary>Whether all the code is used up.</summary>
    public bool IsAtEnd => _position >= _end;

    /// <summary>Takes a byte.</summary>
    public int Byte(int context)
    {
        if (!_coded)
        {
            return _position < _end ? _source[_position++] : throw TooShort();
        }

        var tree = _model.TreeOf(context);
        var node = 1;
        while (node < 0x100)
        {
            node = (node << 1) | Bit(ref tree[node]);
        }

        return node & 0xFF;
    }

    /// <summary>Takes an unsigned number of up to 64 bits.</summary>
    public ulong UInt(int context)
    {
        var value = 0UL;
        var index = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            var part = Byte(context + index);
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }

            index = Math.Min(index + 1, ContextModel.NumberContexts - 1);
        }

        throw new InvalidDataException("a number of more than ten bytes");
    }

    /// <summary>Takes a signed number.</summary>
    public long Int(int context)
    {
        var folded = UInt(context);
        return (long)(folded >> 1) ^ -(long)(folded & 1);
    }

    /// <summary>Takes the eight bytes of a 64-bit pattern.</summary>
    public ulong Bits64(int context)
    {
        var value = 0UL;
        for (var index = 0; index < 8; index++)
        {
            value |= (ulong)Byte(context) << (8 * index);
        }

        return value;
    }

    private int Bit(ref ushort probability)
    {
        var bound = (_range >> ContextModel.ProbabilityBits) * probability;
        var bit = _code < bound ? 0 : 1;
        if (bit == 0)
        {
            _range = bound;
        }
        else
        {
            _code -= bound;
            _range -= bound;
        }

        ContextModel.Learn(ref probability, bit);
        while (_range < ContextModel.MinRange)
        {
            _range <<= 8;
            _code = (_code << 8) | NextCode();
        }

        return bit;
    }

    private byte NextCode()
    {
        if (_position < _end)
        {
            return _source[_position++];
        }

        return _position++ - _end < MostTrimmed ? (byte)0 : throw TooShort();
    }

    private static InvalidDataException TooShort() => new("the payload ends in the middle of an entry");
}
