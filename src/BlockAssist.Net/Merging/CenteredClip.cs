using System.Numerics.Tensors;

namespace BlockAssist.Net.Merging;

/// <summary>
/// A mean in which nobody pulls further than the typical peer (Karimireddy, He and Jaggi 2021, "Learning from History for Byzantine
/// Robust Optimization"): v ← v + Σ wᵢ·(xᵢ − v)·min(1, τ/‖xᵢ − v‖) / Σ wᵢ, again and again.
/// </summary>
/// <remarks>
/// It begins at the median of every weight by itself, and τ is the median distance from there. Every v is that median plus a sum of the
/// peers' differences from it, so distances follow from their products with one another, which are taken once: the steps cost
/// next to nothing, however many weights there are.
/// </remarks>
/// <param name="steps">How many steps.</param>
public sealed class CenteredClip(int steps = CenteredClip.UsualSteps) : IMergeRule
{
    /// <summary>How many steps, unless somebody says otherwise.</summary>
    public const int UsualSteps = 20;

    private readonly CoordinateMedian _median = new();
    private float[] _centre = [];
    private float[][] _differences = [];
    private double[] _products = [];
    private double[] _shares = [];
    private double[] _pulls = [];
    private double[] _distances = [];

    /// <inheritdoc/>
    public string Name => "centered clip";

    /// <summary>How far each peer was from what came of the last merge.</summary>
    public ReadOnlySpan<double> Distances => _distances;

    /// <summary>How far a peer could pull in the last merge.</summary>
    public double Reach { get; private set; }

    /// <inheritdoc/>
    public void Merge(IReadOnlyList<PeerUpdate> updates, Span<float> merged)
    {
        var total = MergeInput.Check(updates, merged);
        MakeRoom(updates.Count, merged.Length);
        _median.Merge(updates, _centre);
        Compare(updates);
        _distances.CopyTo(_pulls, 0);
        Reach = Median.Of(_pulls);
        _shares.AsSpan().Clear();
        for (var step = 0; step < steps; step++)
        {
            Step(updates, total);
        }

        Measure();
        _centre.CopyTo(merged);
        for (var peer = 0; peer < updates.Count; peer++)
        {
            TensorPrimitives.MultiplyAdd(_differences[peer], (float)_shares[peer], merged, merged);
        }
    }

    // All differences from the centre, and the product of each pair.
    private void Compare(IReadOnlyList<PeerUpdate> updates)
    {
        var count = updates.Count;
        for (var peer = 0; peer < count; peer++)
        {
            TensorPrimitives.Subtract(updates[peer].Change.Span, _centre, _differences[peer]);
            for (var other = 0; other <= peer; other++)
            {
                var product = FixedSums.OfProducts(_differences[peer], _differences[other]);
                (_products[(peer * count) + other], _products[(other * count) + peer]) = (product, product);
            }

            _distances[peer] = Math.Sqrt(_products[(peer * count) + peer]);
        }
    }

    private void Step(IReadOnlyList<PeerUpdate> updates, double total)
    {
        Measure();
        var pulled = 0.0;
        for (var peer = 0; peer < _pulls.Length; peer++)
        {
            var distance = _distances[peer];
            _pulls[peer] = updates[peer].Weight / total * (distance > Reach ? Reach / distance : 1);
            pulled += _pulls[peer];
        }

        for (var peer = 0; peer < _pulls.Length; peer++)
        {
            _shares[peer] = (_shares[peer] * (1 - pulled)) + _pulls[peer];
        }
    }

    // ‖xᵢ − v‖² = dᵢ·dᵢ − 2·Σ sⱼ·dᵢ·dⱼ + Σ Σ sⱼ·sₖ·dⱼ·dₖ, where v = centre + Σ sⱼ·dⱼ.
    private void Measure()
    {
        var count = _shares.Length;
        var square = 0.0;
        for (var peer = 0; peer < count; peer++)
        {
            var along = 0.0;
            for (var other = 0; other < count; other++)
            {
                along += _shares[other] * _products[(peer * count) + other];
            }

            _distances[peer] = along;
            square += _shares[peer] * along;
        }

        for (var peer = 0; peer < count; peer++)
        {
            _distances[peer] = Math.Sqrt(Math.Max(0, _products[(peer * count) + peer] - (2 * _distances[peer]) + square));
        }
    }

    private void MakeRoom(int count, int length)
    {
        if (_shares.Length != count || _centre.Length != length)
        {
            (_shares, _pulls, _distances, _products) = (new double[count], new double[count], new double[count], new double[count * count]);
            (_centre, _differences) = (new float[length], [.. Enumerable.Range(0, count).Select(_ => new float[length])]);
        }
    }
}
