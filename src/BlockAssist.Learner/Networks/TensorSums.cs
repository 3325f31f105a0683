using TorchSharp;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Networks;

/// <summary>What is written with an operator elsewhere; see <see cref="HeldScalars"/> for why not here.</summary>
internal static class TensorSums
{
    // Never collected, so never freed under an operation that reads it.
    private static readonly Scalar One = 1.ToScalar();
    private static readonly Scalar MinusOne = (-1).ToScalar();

    /// <summary>The sum of two tensors. The operator gives torch a factor of 1 that may be gone when it is read.</summary>
    public static Tensor Plus(this Tensor a, Tensor b) => a.add(b, One);

    /// <summary>The difference of two tensors, likewise.</summary>
    public static Tensor Minus(this Tensor a, Tensor b) => a.add(b, MinusOne);

    /// <summary>The number of a tensor that holds one.</summary>
    public static float Number(this Tensor tensor) => tensor.detach().cpu().data<float>()[0];
}
