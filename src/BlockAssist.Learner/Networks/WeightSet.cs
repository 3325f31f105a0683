using BlockAssist.Simulation.Voxels;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Networks;

/// <summary>The weights of a network: one row of numbers, and which stretch of it is which weight.</summary>
/// <remarks>
/// One row, so that an optimizer step, the norm of a gradient, an update and its hash are each one operation. It lives
/// outside torch's scopes, until the set is disposed of.
/// </remarks>
public sealed class WeightSet : IDisposable
{
    private readonly long[] _lengths;

    private WeightSet(IReadOnlyList<WeightShape> shapes, ReadOnlySpan<float> values, Device? device)
    {
        Shapes = shapes;
        _lengths = [.. shapes.Select(shape => (long)shape.Length)];
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, _lengths.Sum(), nameof(values));
        Row = TensorCopies.Of(values.ToArray(), device ?? CPU).requires_grad_().DetachFromDisposeScope();
    }

    /// <summary>What there is, in the order of the row.</summary>
    public IReadOnlyList<WeightShape> Shapes { get; }

    /// <summary>All numbers, one after the other; what training changes.</summary>
    public Tensor Row { get; }

    /// <summary>How many numbers there are.</summary>
    public int Count => (int)Row.numel();

    /// <summary>Weights for a network that has not learnt anything.</summary>
    /// <remarks>By our own generator: the same seed gives the same weights on every machine, which torch's does not.</remarks>
    public static WeightSet Fresh(IReadOnlyList<WeightShape> shapes, ulong seed, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        var random = new SeededRandom(seed);
        return new WeightSet(shapes, [.. shapes.SelectMany(shape => shape.FirstValues(random))], device);
    }

    /// <summary>Weights with given numbers.</summary>
    /// <param name="shapes">What there is.</param>
    /// <param name="values">All numbers, in the order of the row.</param>
    /// <param name="device">Where they live.</param>
    public static WeightSet Of(IReadOnlyList<WeightShape> shapes, ReadOnlySpan<float> values, Device? device = null) => new(shapes, values, device);

    /// <summary>A copy that shares no memory.</summary>
    public WeightSet Copy() => new(Shapes, Values(), Row.device);

    /// <summary>All numbers, copied.</summary>
    public float[] Values() => Numbers(Row);

    /// <summary>The numbers of any row that goes with the weights, copied.</summary>
    internal static float[] Numbers(Tensor row)
    {
        using var scope = NewDisposeScope();
        return [.. row.detach().cpu().data<float>()];
    }

    /// <summary>Writes over all numbers.</summary>
    public void Set(ReadOnlySpan<float> values)
    {
        using var scope = NewDisposeScope();
        using var without = no_grad();
        Row.copy_(tensor(values.ToArray()));
    }

    /// <summary>The weights as views of the row, through which a gradient flows back into it; rounded, if they are to be of another type.</summary>
    internal IReadOnlyDictionary<string, Tensor> Views(ScalarType type = ScalarType.Float32)
    {
        var stretches = Row.to(type).split(_lengths);
        var views = new Dictionary<string, Tensor>(stretches.Length);
        for (var i = 0; i < stretches.Length; i++)
        {
            views.Add(Shapes[i].Name, stretches[i].view(Array.ConvertAll(Shapes[i].Shape, length => (long)length)));
        }

        return views;
    }

    /// <inheritdoc/>
    public void Dispose() => Row.Dispose();
}
