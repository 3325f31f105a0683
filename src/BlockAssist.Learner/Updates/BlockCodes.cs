using System.Runtime.Intrinsics;

namespace BlockAssist.Learner.Updates;

/// <summary>Numbers to whole numbers of a byte and back, many at a time.</summary>
internal static class BlockCodes
{
    private static int Wide => Vector512<sbyte>.Count;
    private static int Quarter => Vector512<float>.Count;

    /// <summary>The nearest whole numbers, half-way ones to the even; the caller sees to it that they fit.</summary>
    public static void Round(ReadOnlySpan<float> values, float factor, Span<sbyte> codes)
    {
        var i = 0;
        for (; i <= values.Length - Wide; i += Wide)
        {
            var lower = Vector512.Narrow(RoundQuarter(values[i..], factor), RoundQuarter(values[(i + Quarter)..], factor));
            var upper = Vector512.Narrow(RoundQuarter(values[(i + (2 * Quarter))..], factor), RoundQuarter(values[(i + (3 * Quarter))..], factor));
            Vector512.Narrow(lower, upper).CopyTo(codes[i..]);
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
            var (lower, upper) = Vector512.Widen(Vector512.Create(codes[i..]));
            var (first, second) = Vector512.Widen(lower);
            var (third, fourth) = Vector512.Widen(upper);
            (Vector512.ConvertToSingle(first) * scale).CopyTo(values[i..]);
            (Vector512.ConvertToSingle(second) * scale).CopyTo(values[(i + Quarter)..]);
            (Vector512.ConvertToSingle(third) * scale).CopyTo(values[(i + (2 * Quarter))..]);
            (Vector512.ConvertToSingle(fourth) * scale).CopyTo(values[(i + (3 * Quarter))..]);
        }

        for (; i < codes.Length; i++)
        {
            values[i] = codes[i] * scale;
        }
    }

    private static Vector512<int> RoundQuarter(ReadOnlySpan<float> values, float factor) =>
        Vector512.ConvertToInt32(Vector512.Round(Vector512.Create(values) * factor));
}
