namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>The slices left along one axis, and how far they are from their original relative places.</summary>
internal sealed class SeamAxis
{
    private readonly double[] _places; // of the original slices, from 0 to 1

    // The squared distance of all kept slices before an index, if they stay, and of those from it on, if each moves up one.
    private double[] _staying;
    private double[] _moving;

    public SeamAxis(int length)
    {
        _places = [.. Enumerable.Range(0, length).Select(index => Place(index, length))];
        Kept = [.. Enumerable.Range(0, length)];
        (_staying, _moving) = ([], []);
        Refresh();
    }

    /// <summary>The original numbers of the slices that are left.</summary>
    public List<int> Kept { get; }

    /// <summary>The mean squared distance of the slices from their original relative places.</summary>
    public double MeanSquare { get; private set; }

    /// <summary>What it would be without one of the slices.</summary>
    public double MeanSquareWithout(int index) => (_staying[index] + _moving[index + 1]) / (Kept.Count - 1);

    /// <summary>Removes a slice.</summary>
    public void Remove(int index)
    {
        Kept.RemoveAt(index);
        Refresh();
    }

    private void Refresh()
    {
        var count = Kept.Count;
        _staying = new double[count + 1];
        _moving = new double[count + 1];
        MeanSquare = 0;
        for (var index = 0; index < count; index++)
        {
            MeanSquare += Square(_places[Kept[index]] - Place(index, count)) / count;
            _staying[index + 1] = _staying[index] + Square(_places[Kept[index]] - Place(index, count - 1));
        }

        for (var index = count - 1; index > 0; index--)
        {
            _moving[index] = _moving[index + 1] + Square(_places[Kept[index]] - Place(index - 1, count - 1));
        }
    }

    private static double Place(int index, int count) => count <= 1 ? 0 : index == count - 1 ? 1 : index * (1.0 / (count - 1));

    private static double Square(double value) => value * value;
}
