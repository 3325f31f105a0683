using System.Numerics.Tensors;

namespace BlockAssist.Net.Merging;

/// <summary>Applies merged changes to the shared model, round after round: SGD with Nesterov momentum over what peers come to (Douillard et al. 2023, "DiLoCo").</summary>
/// <remarks>
/// m ← μ·m + Δ; θ ← θ + rate·(Δ + μ·m), where Δ is the merged change. The momentum belongs to the model: whoever goes on with one needs the
/// other.
/// </remarks>
/// <param name="rate">The outer learning rate.</param>
/// <param name="momentum">μ, 0 to 1.</param>
public sealed class OuterMomentum(double rate = 0.7, double momentum = 0.9)
{
    /// <summary>Applies a change.</summary>
    /// <param name="merged">The merged change of a round.</param>
    /// <param name="state">The momentum; zeros before the first round. Updated.</param>
    /// <param name="weights">The shared model's weights. Updated.</param>
    public void Apply(ReadOnlySpan<float> merged, Span<float> state, Span<float> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(state.Length, merged.Length, nameof(state));
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, merged.Length, nameof(weights));
        TensorPrimitives.MultiplyAdd(state, (float)momentum, merged, state);
        TensorPrimitives.MultiplyAdd(merged, (float)rate, weights, weights);
        TensorPrimitives.MultiplyAdd(state, (float)(rate * momentum), weights, weights);
    }
}
