using System.Numerics;

namespace BlockAssist.Simulation.Episodes.Coding;

/// <summary>Turns bytes, each with a context, into few bits: an adaptive binary range coder.</summary>
/// <remarks>
/// After G. N. N. Martin, "Range encoding" (1979), with the carry handling of Igor Pavlov's LZMA. Each context is a tree of
/// 255 adaptive probabilities. What the contexts have learnt outlives <see cref="Finish"/>, so that records of a second
/// each stay small; <see cref="Forget"/> starts afresh. In the plain mode bytes pass as they are.
/// docs/formats/episode.md has the arithmetic.
/// </remarks>
internal sealed class RangeEncoder(int contexts, bool coded)
{
    private readonly ContextModel _model = new(contexts);
    private readonly ByteBuffer _output = new();
    private ulong _low;
    private uint _range = uint.MaxValue;
    private byte _held;
    private int _undecided;
    private bool _first = true;

    /// <summary>Bytes that left the encoder since <see cref="Finish"/>; a few more are on their way.</summary>
    public int Length => _output.Length;

    /// <summary>Forgets what the contexts have learnt.</summary>
    public void Forget() => _model.Forget();

    /// <summary>Adds a byte.</summary>
    public void Byte(int context, int value)
    {
        if (!coded)
        {
            _output.Byte((byte)value);
            return;
        }

        var tree = _model.TreeOf(context);
        var node = 1;
        for (var shift = 7; shift >= 0; shift--)
        {
            var bit = (value >> shift) & 1;
            Bit(ref tree[node], bit);
            node = (node << 1) | bit;
        }
    }

    /// <summary>Adds an unsigned number: seven bits a byte, low ones first; the bytes use the contexts <paramref name="context"/>, +1, +2, +2 ….</summary>
    public void UInt(int context, ulong value)
    {
        var index = 0;
        while (value >= 0x80)
        {
            Byte(context + index, (int)(value & 0x7F) | 0x80);
            value >>= 7;
            index = Math.Min(index + 1, ContextModel.NumberContexts - 1);
        }

        Byte(context + index, (int)value);
    }

    /// <summary>Adds a signed number, folded so that small ones stay small.</summary>
    public void Int(int context, long value) => UInt(context, (ulong)((value << 1) ^ (value >> 63)));

    /// <summary>Adds the eight bytes of a 64-bit pattern, low ones first.</summary>
    public void Bits64(int context, ulong value)
    {
        for (var index = 0; index < 8; index++)
        {
            Byte(context, (int)((value >> (8 * index)) & 0xFF));
        }
    }

    /// <summary>Ends a run of bytes.</summary>
    /// <returns>The code; valid until the next byte is added.</returns>
    public ReadOnlySpan<byte> Finish()
    {
        if (coded)
        {
            Settle();
        }

        var code = _output.Content;
        _output.Clear();
        return code;
    }

    private void Bit(ref ushort probability, int bit)
    {
        var bound = (_range >> ContextModel.ProbabilityBits) * probability;
        if (bit == 0)
        {
            _range = bound;
        }
        else
        {
            _low += bound;
            _range -= bound;
        }

        ContextModel.Learn(ref probability, bit);
        while (_range < ContextModel.MinRange)
        {
            _range <<= 8;
            ShiftOut();
        }
    }

    /// <summary>Gives out the top byte of the low end, once no carry can change it any more.</summary>
    private void ShiftOut()
    {
        if ((uint)_low < 0xFF000000u || _low >> 32 != 0)
        {
            var carry = (byte)(_low >> 32);
            if (!_first)
            {
                _output.Byte((byte)(_held + carry));
            }

            _first = false;
            for (; _undecided > 0; _undecided--)
            {
                _output.Byte((byte)(0xFF + carry));
            }

            _held = (byte)(_low >> 24);
        }
        else
        {
            _undecided++;
        }

        _low = (_low & 0x00FFFFFF) << 8;
    }

    /// <summary>Picks the roundest number in the range, gives it out, and leaves away the zeros at its end.</summary>
    private void Settle()
    {
        _low = RoundestIn(_low, _low + _range);
        for (var count = 0; count < 5; count++)
        {
            ShiftOut();
        }

        for (var trimmed = 0; trimmed < 4 && _output.Length > 0 && _output.Content[^1] == 0; trimmed++)
        {
            _output.RemoveLast();
        }

        (_low, _range, _held, _undecided, _first) = (0, uint.MaxValue, 0, 0, true);
    }

    private static ulong RoundestIn(ulong low, ulong high)
    {
        for (var zeros = BitOperations.Log2(high); zeros > 0; zeros--)
        {
            var mask = (1UL << zeros) - 1;
            var candidate = (low + mask) & ~mask;
            if (candidate < high)
            {
                return candidate;
            }
        }

        return low;
    }
}
