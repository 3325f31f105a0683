using BlockAssist.Learner.Networks;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace BlockAssist.Learner.Tests.Networks;

public sealed class TorchRuntimeTests
{
    public TorchRuntimeTests() => TorchRuntime.Start(1);

    [Fact]
    public void Torch_uses_as_many_threads_as_it_was_given() => Assert.Equal(1, get_num_threads());

    // oneDNN has been seen to read memory that nobody wrote; what is left behind here would show as NaN.
    [Theory]
    [InlineData(16, 16, 3)]
    [InlineData(32, 64, 3)]
    [InlineData(64, 64, 3)]
    [InlineData(64, 16, 1)]
    [InlineData(128, 128, 3)]
    public void Convolutions_read_no_memory_that_nobody_wrote(int channels, int outputs, int kernel)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Poison();
            using var scope = NewDisposeScope();
            var x = ones(8, channels, 9, 9).requires_grad_();
            var weight = ones(outputs, channels, kernel, kernel).requires_grad_();
            var y = F.conv2d(x, weight, padding: [kernel / 2, kernel / 2]);
            y.sum().backward();

            Assert.All((Tensor[])[y, x.grad!, weight.grad!], result => Assert.True(result.isfinite().all().item<bool>()));
        }
    }

    private static void Poison()
    {
        using var scope = NewDisposeScope();
        for (var size = 1L << 10; size <= 1L << 22; size *= 2)
        {
            full([size], float.NaN);
            full([size * 3 / 2], float.NaN);
        }
    }
}
