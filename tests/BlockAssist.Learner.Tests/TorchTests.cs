using static TorchSharp.torch;

namespace BlockAssist.Learner.Tests;

public sealed class TorchTests
{
    [Fact]
    public void The_native_library_loads_and_adds() => Assert.Equal(3f, (ones(1) + 2).item<float>());
}
