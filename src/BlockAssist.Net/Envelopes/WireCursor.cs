namespace BlockAssist.Net.Envelopes;

/// <summary>Reads fields of a protobuf message one after the other, and takes no memory.</summary>
/// <remarks>
/// Stricter than protobuf must be: a field is where it belongs, numbers are as short as they can be, and nothing has its default.
/// So what is read has one form, and whoever changes a byte changes a meaning. A field that is not so ends the reading for good:
/// from then on every answer is no.
/// </remarks>
internal ref struct WireCursor(ReadOnlySpan<byte> bytes)
{
    private const int MostShifts = 63;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private bool _broken;

    /// <summary>How far it is.</summary>
    public int Position { get; private set; }

    /// <summary>Whether all was read, and all was well.</summary>
    public readonly bool IsAtEnd => !_broken && Position == _bytes.Length;

    /// <summary>A number that must be there; 0 if it is not.</summary>
    public ulong Number(byte tag)
    {
        var number = OptionalNumber(tag);
        _broken |= number == 0;
        return _broken ? 0 : number;
    }

    /// <summary>A number that is 0 if it is not there.</summary>
    public ulong OptionalNumber(byte tag)
    {
        if (!Takes(tag))
        {
            return 0;
        }

        var number = Varint();
        _broken |= number == 0;
        return _broken ? 0 : number;
    }

    /// <summary>Bytes that must be there, and how many of them at least and at most; none if they are not.</summary>
    public ReadOnlySpan<byte> Bytes(byte tag, int least, int most)
    {
        var bytes = OptionalBytes(tag, most);
        _broken |= bytes.Length < least;
        return _broken ? [] : bytes;
    }

    /// <summary>Bytes that are none if the field is not there.</summary>
    public ReadOnlySpan<byte> OptionalBytes(byte tag, int most)
    {
        if (!Takes(tag))
        {
            return [];
        }

        var length = Varint();
        if (_broken || length == 0 || length > (ulong)most || length > (ulong)(_bytes.Length - Position))
        {
            _broken = true;
            return [];
        }

        var field = _bytes.Slice(Position, (int)length);
        Position += (int)length;
        return field;
    }

    private bool Takes(byte tag)
    {
        var found = !_broken && Position < _bytes.Length && _bytes[Position] == tag;
        Position += found ? 1 : 0;
        return found;
    }

    private ulong Varint()
    {
        var number = 0UL;
        for (var shift = 0; shift <= MostShifts && Position < _bytes.Length; shift += 7)
        {
            var part = _bytes[Position++];
            number |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                // A last part of 0 says nothing, and of the tenth only one bit has room.
                _broken |= (part == 0 && shift > 0) || (shift == MostShifts && part > 1);
                return number;
            }
        }

        _broken = true;
        return 0;
    }
}
