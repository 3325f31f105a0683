namespace BlockAssist.Learner.Networks;

/// <summary>The operations that networks are written in.</summary>
/// <remarks>
/// A network is one function over an <see cref="INetworkOps{T}"/>; what <typeparamref name="T"/> is decides what running it
/// means: <see cref="ShapeOps"/> works out shapes and so which weights there are, <see cref="TorchOps"/> computes and
/// trains, <c>OnnxOps</c> writes the graph that serves. A layer that cannot be exported cannot be written.
/// Weights are named by their layer, as in PyTorch: <c>trunk.0.weight</c>. Images are N×C×X×Z.
/// </remarks>
/// <typeparam name="T">A tensor, in whatever form the interpreter has it.</typeparam>
public interface INetworkOps<T>
{
    /// <summary>A convolution with a square kernel, stride 1 and zeros around, so that the image keeps its size.</summary>
    T Conv2d(T x, string layer, int channels, int kernel);

    /// <summary>A linear map of the last axis.</summary>
    T Linear(T x, string layer, int features);

    /// <summary>Normalises the last axis to mean 0 and variance 1, then scales and shifts it.</summary>
    T LayerNorm(T x, string layer);

    /// <summary>An LSTM over the first axis.</summary>
    /// <param name="x">Steps × batch × features.</param>
    /// <param name="hidden">1 × batch × <paramref name="size"/>.</param>
    /// <param name="cell">The same shape.</param>
    /// <param name="layer">The name of the layer.</param>
    /// <param name="size">How many features the state has.</param>
    /// <returns>Steps × batch × size, and the state after the last step.</returns>
    (T Output, T Hidden, T Cell) Lstm(T x, T hidden, T cell, string layer, int size);

    /// <summary>The larger of each number and 0.</summary>
    T Relu(T x);

    /// <summary>Drops a share of the numbers at random while training; nothing otherwise.</summary>
    T Dropout(T x, double share);

    /// <summary>The sum, number by number; shapes are broadcast.</summary>
    T Add(T a, T b);

    /// <summary>The product, number by number; shapes are broadcast.</summary>
    T Multiply(T a, T b);

    /// <summary>Joins tensors along an axis.</summary>
    T Concat(int axis, params ReadOnlySpan<T> parts);

    /// <summary>The mean over axes, which go away.</summary>
    T Mean(T x, params ReadOnlySpan<int> axes);

    /// <summary>The largest over an axis, which goes away.</summary>
    T Max(T x, int axis);

    /// <summary>The axes in another order.</summary>
    T Permute(T x, params ReadOnlySpan<int> axes);

    /// <summary>The same numbers in another shape; −1 stands for whatever is left, 0 for the axis as it is.</summary>
    T Reshape(T x, params ReadOnlySpan<int> shape);

    /// <summary>A stretch of an axis.</summary>
    T Slice(T x, int axis, int start, int length);
}
