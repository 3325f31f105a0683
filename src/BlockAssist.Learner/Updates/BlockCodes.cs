using System.Runtime.Intrinsics;

namespace BlockAssist.Learner.Updates;

/// <summary>Numbers to whole numbers of a byte and back, many at a time.</summary>
/// <remarks>256 bits at a time: where 512 are emulated, narrowing is ten times slower than this.</remarks>
internal static class BlockCodes
{
    private const float Shift = 3 << 22;

    private static int Wide => Vector256<sbyte>.Count;

    private static int Quarter => Vector256<float>.Count;

    /// <summary>The nearest whole numbers, half-way ones to the even; the caller sees to it that they fit.</summary>
    public static void Round(ReadOnlySpan<float> values, float factor, Span<sbyte> codes)
    {
        var i = 0;
        for (; i <= values.Length - Wide; i += Wide)
        {
            var lower = Vector256.Narrow(RoundQuarter(values[i..], factor), RoundQuarter(values[(i + Quarter)..], factor));
            var upper = Vector256.Narrow(RoundQuarter(values[(i + (2 * Quarter))..], factor), RoundQuarter(values[(i + (3 * Quarter))..], factor));
            Vector256.Narrow(lower, upper).CopyTo(codes[i..]);
        }

        for (; i < values.Length; i++)
        {
            codes[i] = (sbyte)MathF.Round(values[i] * factor);
        }
    }

    /// <summary>Codes times a scale.</summary>
    public static void Multiply(ReadOnlySpan<sbyte> codes, float scale, Span<float> values)
    {
        var i = 0;
        for (; i <= codes.Length - Wide; i += Wide)
        {
            var (lower, upper) = Vector256.Widen(Vector256.Create(codes[i..]));
            var (first, second) = Vector256.Widen(lower);
            var (third, fourth) = Vector256.Widen(upper);
            (Vector256.ConvertToSingle(first) * scale).CopyTo(values[i..]);
            (Vector256.ConvertToSingle(second) * scale).CopyTo(values[(i + Quarter)..]);
            (Vector256.ConvertToSingle(third) * scale).CopyTo(values[(i + (2 * Quarter))..]);
            (Vector256.ConvertToSingle(fourth) * scale).CopyTo(values[(i + (3 * Quarter))..]);
        }

        for (; i < codes.Length; i++)
        {
            values[i] = codes[i] * scale;
        }
    }

    // Adding 1.5 · 2²³ leaves no bits behind the point, and the whole number in the lowest bits; much faster than rounding
    // and converting.
    private static Vector256<int> RoundQuarter(ReadOnlySpan<float> values, float factor) =>
        ((Vector256.Create(values) * factor) + Vector256.Create(Shift)).AsInt32() - Vector256.Create(Shift).AsInt32();
}
