namespace BlockAssist.Tests.Shared;

/// <summary>What something sets aside on the heap.</summary>
internal static class Garbage
{
    private const int Runs = 3;

    /// <summary>How many bytes this thread sets aside meanwhile: the least of three runs, since the runtime itself makes a table larger now and then.</summary>
    /// <param name="act">What is done three times; warm already.</param>
    public static long Of(Action act)
    {
        var least = long.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            act();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
