using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using BlockAssist.Learner.Networks;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests.Networks;

public sealed class TensorCopiesTests
{
    [Fact]
    public void Copies_lie_where_torch_puts_its_own_tensors_wherever_the_array_was()
    {
        using var scope = NewDisposeScope();
        for (var length = 1000; length < 1032; length++)
        {
            Assert.Equal(0, Address(TensorCopies.Of(new float[length], CPU)) % 64);
            Assert.Equal(0, Address(TensorCopies.Of(new byte[length], CPU, length)) % 64);
            Assert.Equal(0, Address(TensorCopies.Of(new long[length], CPU)) % 64);
        }
    }

    [Fact]
    public void Copies_have_the_numbers_and_the_shape()
    {
        using var copy = TensorCopies.Of([1f, 2, 3, 4, 5, 6], CPU, 2, 3);

        Assert.Equal([2L, 3], copy.shape);
        Assert.Equal([1f, 2, 3, 4, 5, 6], [.. copy.data<float>()]);
    }

    private static long Address(Tensor tensor) => Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref MemoryMarshal.GetReference(tensor.bytes));
}
