using System.Runtime.InteropServices;
using BlockAssist.Game.Platform.Native;

namespace BlockAssist.Game.Tests.Platform.Native;

public sealed class GlibcMemoryTests
{
    [Fact]
    public void Glibc_can_be_told_to_keep_memory_and_nothing_else_can()
    {
        var isGlibc = OperatingSystem.IsLinux() && !RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal);

        Assert.Equal(isGlibc, GlibcMemory.KeepFreed());
    }
}
