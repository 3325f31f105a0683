using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace BlockAssist.Net.Merging;

/// <summary>Sums over rows of numbers that come to the same bits on every processor.</summary>
/// <remarks>
/// Whoever merges the same updates must come to the same model, or nobody could check a merge. A sum of floating-point numbers
/// depends on its order; here it is always that of 16 running sums in double precision, the number at place p in sum p mod 16,
/// added up in order at the end. How wide the processor's vectors are makes no difference.
/// </remarks>
internal static class FixedSums
{
    private const int Lanes = 16;

    /// <summary>√Σ a².</summary>
    public static double Norm(ReadOnlySpan<float> a) => Math.Sqrt(OfProducts(a, a));

    /// <summary>Σ a·b.</summary>
    public static double OfProducts(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(b.Length, a.Length);
        var (low, high) = (Vector512<double>.Zero, Vector512<double>.Zero);
        var wideA = MemoryMarshal.Cast<float, Vector512<float>>(a);
        var wideB = MemoryMarshal.Cast<float, Vector512<float>>(b);
        for (var i = 0; i < wideA.Length; i++)
        {
            var (lowA, highA) = Vector512.Widen(wideA[i]);
            var (lowB, highB) = Vector512.Widen(wideB[i]);
            low += lowA * lowB;
            high += highA * highB;
        }

        Span<double> lanes = stackalloc double[Lanes];
        low.CopyTo(lanes);
        high.CopyTo(lanes[(Lanes / 2)..]);
        var begun = wideA.Length * Lanes;
        for (var rest = begun; rest < a.Length; rest++)
        {
            lanes[rest - begun] += (double)a[rest] * b[rest];
        }

        var sum = 0.0;
        foreach (var lane in lanes)
        {
            sum += lane;
        }

        return sum;
    }
}
