using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BlockAssist.Learner.Updates;

/// <summary>How large numbers are. Without its sign, the bits of a single are in the order of the magnitudes, infinity and NaN last.</summary>
internal static class Magnitude
{
    private const uint Mask = 0x7FFF_FFFF;

    /// <summary>The bits of a number without its sign.</summary>
    public static uint Bits(float value) => BitConverter.SingleToUInt32Bits(value) & Mask;

    /// <summary>The largest magnitude of a row, 0 if it has no numbers; not finite if any of them is not.</summary>
    public static float Largest(ReadOnlySpan<float> row)
    {
        var bits = MemoryMarshal.Cast<float, uint>(row);
        var mask = Vector256.Create(Mask);
        var most = Vector256<uint>.Zero;
        var i = 0;
        for (; i <= bits.Length - Vector256<uint>.Count; i += Vector256<uint>.Count)
        {
            most = Vector256.Max(most, Vector256.Create(bits[i..]) & mask);
        }

        var largest = 0u;
        for (var lane = 0; lane < Vector256<uint>.Count; lane++)
        {
            largest = Math.Max(largest, most[lane]);
        }

        for (; i < bits.Length; i++)
        {
            largest = Math.Max(largest, bits[i] & Mask);
        }

        return BitConverter.UInt32BitsToSingle(largest);
    }
}
