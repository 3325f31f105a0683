using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>Turns the values of cells into the coefficients of a spline that passes through them.</summary>
/// <remarks>
/// M. Unser, "Splines: A Perfect Fit for Signal and Image Processing" (1999): along each axis one recursive filter there
/// and back for every pole, mirrored at the edges. Orders 0 and 1 need none.
/// </remarks>
internal static class SplinePrefilter
{
    /// <summary>Filters a box of values in place along all three axes.</summary>
    public static void Apply(double[] values, GridSize size, int order)
    {
        Span<double> poles = stackalloc double[2];
        poles = poles[..PolesOf(order, poles)];
        for (var cell = 0; cell < size.Volume && poles.Length > 0; cell++)
        {
            var at = size.PosOf(cell);
            if (at.Z == 0)
            {
                FilterLine(values.AsSpan(cell), size.Depth, 1, poles);
            }
        }

        for (var cell = 0; cell < size.Volume && poles.Length > 0; cell++)
        {
            if (size.PosOf(cell).Y == 0)
            {
                FilterLine(values.AsSpan(cell), size.Height, size.Depth, poles);
            }
        }

        for (var cell = 0; cell < size.Height * size.Depth && poles.Length > 0; cell++)
        {
            FilterLine(values.AsSpan(cell), size.Width, size.Height * size.Depth, poles);
        }
    }

    private static int PolesOf(int order, Span<double> poles)
    {
        switch (order)
        {
            case 2:
                poles[0] = Math.Sqrt(8) - 3;
                return 1;
            case 3:
                poles[0] = Math.Sqrt(3) - 2;
                return 1;
            case 4:
                poles[0] = Math.Sqrt(664 - Math.Sqrt(438976)) + Math.Sqrt(304) - 19;
                poles[1] = Math.Sqrt(664 + Math.Sqrt(438976)) - Math.Sqrt(304) - 19;
                return 2;
            case 5:
                poles[0] = Math.Sqrt(67.5 - Math.Sqrt(4436.25)) + Math.Sqrt(26.25) - 6.5;
                poles[1] = Math.Sqrt(67.5 + Math.Sqrt(4436.25)) - Math.Sqrt(26.25) - 6.5;
                return 2;
            default:
                return 0;
        }
    }

    private static void FilterLine(Span<double> line, int length, int stride, ReadOnlySpan<double> poles)
    {
        if (length == 1)
        {
            return;
        }

        foreach (var pole in poles)
        {
            var gain = (1 - pole) * (1 - (1 / pole));
            for (var index = 0; index < length; index++)
            {
                line[index * stride] *= gain;
            }

            FilterThereAndBack(line, length, stride, pole);
        }
    }

    private static void FilterThereAndBack(Span<double> line, int length, int stride, double pole)
    {
        var (last, power) = ((length - 1) * stride, pole);
        var lastPower = Math.Pow(pole, length - 1);
        var first = line[0] + (lastPower * line[last]);
        for (var index = 1; index < length - 1; index++)
        {
            first += power * (line[index * stride] + (lastPower * line[last - (index * stride)]));
            power *= pole;
        }

        line[0] = first / (1 - (lastPower * lastPower));
        for (var at = stride; at <= last; at += stride)
        {
            line[at] += pole * line[at - stride];
        }

        line[last] = ((pole * line[last - stride]) + line[last]) * pole / ((pole * pole) - 1);
        for (var at = last - stride; at >= 0; at -= stride)
        {
            line[at] = pole * (line[at + stride] - line[at]);
        }
    }
}
