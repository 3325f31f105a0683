using static TorchSharp.torch;

namespace BlockAssist.Learner.Networks;

/// <summary>Arrays as tensors in memory of torch's own.</summary>
/// <remarks>
/// TorchSharp lends torch the array where the garbage collector happens to have put it. What a product of matrices comes to
/// depends, in its last bits, on whether its numbers lie at multiples of 64 bytes, as torch's own do and arrays do not: the
/// same training would come to other weights each time.
/// </remarks>
internal static class TensorCopies
{
    /// <summary>A copy of numbers.</summary>
    public static Tensor Of(float[] numbers, Device device, params ReadOnlySpan<long> shape) => Own(tensor(numbers, Shape(numbers, shape)), device);

    /// <summary>A copy of whole numbers.</summary>
    public static Tensor Of(long[] numbers, Device device, params ReadOnlySpan<long> shape) => Own(tensor(numbers, Shape(numbers, shape)), device);

    /// <summary>A copy of bytes.</summary>
    public static Tensor Of(byte[] bytes, Device device, params ReadOnlySpan<long> shape) => Own(tensor(bytes, Shape(bytes, shape)), device);

    private static long[] Shape(Array numbers, ReadOnlySpan<long> shape) => shape.IsEmpty ? [numbers.Length] : shape.ToArray();

    private static Tensor Own(Tensor lent, Device device)
    {
        using (lent)
        {
            return lent.clone().to(device);
        }
    }
}
