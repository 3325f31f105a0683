using System.Runtime.InteropServices;
using BlockAssist.Cli.Supervision;

namespace BlockAssist.Cli.Tests.Supervision;

/// <summary>Memory that is given back.</summary>
[Collection(TrainingInTurn.Name)]
public sealed class SpentMemoryTests
{
    private const int Block = 64 << 10;
    private const int Blocks = 6000;

    private static readonly byte[] Content = new byte[Block];

    [Fact]
    public void What_was_freed_in_the_middle_of_a_heap_goes_back_to_the_system()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.GetEnvironmentVariable("MALLOC_ARENA_MAX") is null, "about the malloc of glibc");
        var blocks = Enumerable.Range(0, Blocks).Select(_ => Taken()).ToList();

        // Whatever is above what is free keeps it from being given back at once.
        blocks[..^1].ForEach(Marshal.FreeHGlobal);
        var before = Environment.WorkingSet;
        SpentMemory.GiveBack();
        var after = Environment.WorkingSet;
        Marshal.FreeHGlobal(blocks[^1]);

        Assert.InRange(before - after, (long)Block * Blocks / 2, long.MaxValue);
    }

    private static nint Taken()
    {
        var block = Marshal.AllocHGlobal(Block);
        Marshal.Copy(Content, 0, block, Block);
        return block;
    }
}
