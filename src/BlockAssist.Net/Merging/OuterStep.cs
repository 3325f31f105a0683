using System.Numerics.Tensors;

namespace BlockAssist.Net.Merging;

/// <summary>How far the shared model goes along what was merged: SGD with Nesterov momentum over what peers come to (Douillard et al. 2023, "DiLoCo").</summary>
/// <remarks>
/// m ← μ·m + Δ; θ ← θ + rate·(Δ + μ·m), where Δ is the merged change. The momentum belongs to the model: whoever goes on with one needs the
/// other. A μ of 0 forgets what there was (the restart of O'Donoghue and Candès 2015).
/// </remarks>
/// <param name="Rate">The outer learning rate.</param>
/// <param name="Momentum">μ, 0 to 1.</param>
public sealed record OuterStep(double Rate, double Momentum)
{
    /// <summary>The steps of which the best is made, by how well the model does after each at play that no peer knows.</summary>
    /// <remarks>
    /// With few peers and short rounds no fixed step does: what helps in the first rounds leads too far in later ones, and with momentum already in
    /// the second.
    /// </remarks>
    public static IReadOnlyList<OuterStep> Tried { get; } =
        [.. from momentum in (double[])[0, 0.5, 0.9] from rate in (double[])[1, 1.4, 0.7, 0.5, 0.25] select new OuterStep(rate, momentum)];

    /// <summary>By what the step would change the model.</summary>
    /// <param name="merged">The merged change of a round.</param>
    /// <param name="state">The momentum; zeros before the first round.</param>
    public float[] ChangeOf(ReadOnlySpan<float> merged, ReadOnlySpan<float> state)
    {
        var (change, after) = (new float[merged.Length], state.ToArray());
        Apply(merged, after, change);
        return change;
    }

    /// <summary>Makes the step.</summary>
    /// <param name="merged">The merged change of a round.</param>
    /// <param name="state">The momentum; zeros before the first round. Updated.</param>
    /// <param name="weights">The shared model's weights. Updated.</param>
    public void Apply(ReadOnlySpan<float> merged, Span<float> state, Span<float> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(state.Length, merged.Length, nameof(state));
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, merged.Length, nameof(weights));
        TensorPrimitives.MultiplyAdd(state, (float)Momentum, merged, state);
        TensorPrimitives.MultiplyAdd(merged, (float)Rate, weights, weights);
        TensorPrimitives.MultiplyAdd(state, (float)(Rate * Momentum), weights, weights);
    }
}
