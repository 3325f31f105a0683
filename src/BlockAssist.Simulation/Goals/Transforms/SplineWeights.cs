namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>How much each cell near a coordinate counts there: the values of the B-splines of some order.</summary>
/// <remarks>Coordinates, edges and the order of rounding are those of <c>scipy.ndimage.zoom</c> with its defaults.</remarks>
internal sealed class SplineWeights
{
    /// <summary>The highest order.</summary>
    public const int MaxOrder = 5;

    private SplineWeights(int taps, int length)
    {
        Taps = taps;
        Cells = new int[length * taps];
        Weights = new double[length * taps];
        Outside = new bool[length];
    }

    /// <summary>How many cells count for one coordinate.</summary>
    public int Taps { get; }

    /// <summary>The cells that count, coordinate after coordinate.</summary>
    public int[] Cells { get; }

    /// <summary>How much they count.</summary>
    public double[] Weights { get; }

    /// <summary>Whether rounding has pushed a coordinate beyond the last cell, where there is nothing.</summary>
    public bool[] Outside { get; }

    /// <summary>Spreads <paramref name="to"/> coordinates evenly over <paramref name="from"/> cells, first on first and last on last.</summary>
    public static SplineWeights Between(int from, int to, int order)
    {
        var axis = new SplineWeights(order + 1, to);
        var step = to > 1 ? (double)(from - 1) / (to - 1) : 1;
        for (var index = 0; index < to; index++)
        {
            var coordinate = index * step;
            axis.Outside[index] = coordinate > from - 1;
            axis.Place(index, coordinate, from, order);
        }

        return axis;
    }

    private void Place(int index, double coordinate, int length, int order)
    {
        var middle = Math.Floor(int.IsOddInteger(order) ? coordinate : coordinate + 0.5);
        var start = (int)middle - (order / 2);
        var rest = 1.0;
        for (var tap = 0; tap <= order; tap++)
        {
            var slot = (index * Taps) + tap;
            Cells[slot] = Mirrored(start + tap, length);
            Weights[slot] = tap == order ? rest : Spline(order, coordinate - (start + tap));
            rest -= Weights[slot];
        }
    }

    private static int Mirrored(int cell, int length)
    {
        if (length == 1)
        {
            return 0;
        }

        var period = 2 * (length - 1);
        cell = Math.Abs(cell % period);
        return cell < length ? cell : period - cell;
    }

    // The centred B-spline by the recursion of Cox and de Boor.
    private static double Spline(int order, double x)
    {
        var half = (order + 1) / 2.0;
        return order switch
        {
            0 => 1,
            1 => Math.Max(0, 1 - Math.Abs(x)),
            _ when Math.Abs(x) >= half => 0,
            _ => (((half + x) * Spline(order - 1, x + 0.5)) + ((half - x) * Spline(order - 1, x - 0.5))) / order,
        };
    }
}
