using System.Numerics.Tensors;

namespace BlockAssist.Learner.Beliefs;

/// <summary>Unnormalised logarithms of probabilities as probabilities.</summary>
internal static class Chances
{
    /// <summary>Normalises.</summary>
    /// <remarks><see cref="TensorPrimitives.SoftMax{T}"/> does not scale: from scores of about 89 on it gives no numbers.</remarks>
    /// <param name="scores">The logarithms, whatever they are off by in common.</param>
    /// <param name="chances">Where to; as many.</param>
    public static void Of(ReadOnlySpan<float> scores, Span<float> chances)
    {
        TensorPrimitives.Subtract(scores, TensorPrimitives.Max(scores), chances);
        TensorPrimitives.SoftMax<float>(chances, chances);
    }
}
