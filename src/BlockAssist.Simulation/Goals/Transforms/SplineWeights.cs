namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>How much each cell near a coordinate counts there: the values of the B-splines of some order.</summary>
/// <remarks>Coordinates, edges and the order of rounding are those of <c>scipy.ndimage.zoom</c> with its defaults.</remarks>
internal sealed class SplineWeights
{
    /// <summary>The highest order.</summary>
    public const int MaxOrder = 5;

    private readonly Tap[] _taps;
    private readonly int _count;

    private SplineWeights(int count, int length)
    {
        _count = count;
        _taps = new Tap[length * count];
        Outside = new bool[length];
    }

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

    /// <summary>The cells that count for a coordinate.</summary>
    public ReadOnlySpan<Tap> Of(int index) => _taps.AsSpan(index * _count, _count);

    private void Place(int index, double coordinate, int length, int order)
    {
        var middle = Math.Floor(int.IsOddInteger(order) ? coordinate : coordinate + 0.5);
        var start = (int)middle - (order / 2);
        var rest = 1.0;
        for (var tap = 0; tap <= order; tap++)
        {
            var weight = tap == order ? rest : Spline(order, coordinate - (start + tap));
            _taps[(index * _count) + tap] = new Tap(Mirrored(start + tap, length), weight);
            rest -= weight;
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

    /// <summary>A cell, and how much it counts.</summary>
    internal readonly record struct Tap(int Cell, double Weight);
}
