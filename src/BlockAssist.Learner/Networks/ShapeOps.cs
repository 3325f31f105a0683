namespace BlockAssist.Learner.Networks;

/// <summary>Runs a network on shapes alone: tells which weights it has, in the order in which it uses them.</summary>
/// <remarks>A length of −1 is any length (the batch, the steps).</remarks>
public sealed class ShapeOps : INetworkOps<int[]>
{
    private readonly List<WeightShape> _weights = [];

    /// <summary>The weights of the layers run so far.</summary>
    public IReadOnlyList<WeightShape> Weights => _weights;

    /// <inheritdoc/>
    public int[] Conv2d(int[] x, string layer, int channels, int kernel)
    {
        DemandAligned(x[1], layer);
        DemandAligned(channels, layer);
        Declare(layer, "weight", [channels, x[1], kernel, kernel], x[1] * kernel * kernel);
        Declare(layer, "bias", [channels], 0);
        return [x[0], channels, x[2], x[3]];
    }

    /// <inheritdoc/>
    public int[] Linear(int[] x, string layer, int features)
    {
        Declare(layer, "weight", [features, x[^1]], x[^1]);
        Declare(layer, "bias", [features], 0);
        return [.. x[..^1], features];
    }

    /// <inheritdoc/>
    public int[] LayerNorm(int[] x, string layer)
    {
        _weights.Add(new WeightShape($"{layer}.weight", [x[^1]], WeightFill.One, 0));
        Declare(layer, "bias", [x[^1]], 0);
        return x;
    }

    /// <inheritdoc/>
    public (int[] Output, int[] Hidden, int[] Cell) Lstm(int[] x, int[] hidden, int[] cell, string layer, int size)
    {
        Declare(layer, "weight_ih_l0", [4 * size, x[2]], size);
        Declare(layer, "weight_hh_l0", [4 * size, size], size);
        Declare(layer, "bias_ih_l0", [4 * size], 0);
        Declare(layer, "bias_hh_l0", [4 * size], 0);
        return ([x[0], x[1], size], hidden, cell);
    }

    /// <inheritdoc/>
    public int[] Relu(int[] x) => x;

    /// <inheritdoc/>
    public int[] Dropout(int[] x, double share) => x;

    /// <inheritdoc/>
    public int[] Add(int[] a, int[] b) => Broadcast(a, b);

    /// <inheritdoc/>
    public int[] Multiply(int[] a, int[] b) => Broadcast(a, b);

    /// <inheritdoc/>
    public int[] Concat(int axis, params ReadOnlySpan<int[]> parts)
    {
        int[] joined = [.. parts[0]];
        foreach (var part in parts[1..])
        {
            joined[At(axis, joined)] += part[At(axis, part)];
        }

        return joined;
    }

    /// <inheritdoc/>
    public int[] Mean(int[] x, params ReadOnlySpan<int> axes)
    {
        var gone = new HashSet<int>();
        foreach (var axis in axes)
        {
            gone.Add(At(axis, x));
        }

        return [.. x.Where((_, axis) => !gone.Contains(axis))];
    }

    /// <inheritdoc/>
    public int[] Max(int[] x, int axis) => Mean(x, axis);

    /// <inheritdoc/>
    public int[] Permute(int[] x, params ReadOnlySpan<int> axes)
    {
        var permuted = new int[axes.Length];
        for (var axis = 0; axis < axes.Length; axis++)
        {
            permuted[axis] = x[axes[axis]];
        }

        return permuted;
    }

    /// <inheritdoc/>
    public int[] Reshape(int[] x, params ReadOnlySpan<int> shape)
    {
        var reshaped = shape.ToArray();
        for (var axis = 0; axis < reshaped.Length; axis++)
        {
            reshaped[axis] = reshaped[axis] == 0 ? x[axis] : reshaped[axis];
        }

        // The one length that is left out follows from the others, unless one of those is any length itself.
        if (Array.IndexOf(reshaped, -1) is var open and >= 0 && !x.Contains(-1))
        {
            reshaped[open] = x.Aggregate(1, (a, b) => a * b) / reshaped.Where(length => length > 0).Aggregate(1, (a, b) => a * b);
        }

        return reshaped;
    }

    /// <inheritdoc/>
    public int[] Slice(int[] x, int axis, int start, int length)
    {
        int[] sliced = [.. x];
        sliced[At(axis, x)] = length;
        return sliced;
    }

    private static int At(int axis, int[] shape) => axis < 0 ? axis + shape.Length : axis;

    private static int[] Broadcast(int[] a, int[] b)
    {
        var (longer, shorter) = a.Length >= b.Length ? (a, b) : (b, a);
        int[] result = [.. longer];
        for (var back = 1; back <= shorter.Length; back++)
        {
            result[^back] = longer[^back] == 1 ? shorter[^back] : longer[^back];
        }

        return result;
    }

    // oneDNN 3.7 (libtorch 2.10) reads memory that nobody wrote in convolutions of other channel counts: NaN now and then.
    private static void DemandAligned(int channels, string layer)
    {
        if (channels % 16 != 0)
        {
            throw new ArgumentException($"The convolution {layer} has {channels} channels; a multiple of 16 is needed.");
        }
    }

    private void Declare(string layer, string weight, int[] shape, int fanIn) =>
        _weights.Add(new WeightShape($"{layer}.{weight}", shape, fanIn == 0 ? WeightFill.Zero : WeightFill.Uniform, fanIn));
}
