using System.Diagnostics;
using System.Globalization;

namespace BlockAssist.Tests.Shared;

/// <summary>Feeds damaged files to a reader: a bounded number of them, or for as long as <c>BLOCKASSIST_FUZZ_SECONDS</c> says.</summary>
internal static class FuzzRun
{
    private const string SecondsVariable = "BLOCKASSIST_FUZZ_SECONDS";

    /// <summary>Damages every file of a corpus again and again.</summary>
    /// <param name="corpus">Good files.</param>
    /// <param name="rounds">How often each file is damaged in a normal run.</param>
    /// <param name="read">Reads one damaged file; throws only if the reader is at fault.</param>
    /// <returns>How many damaged files were read.</returns>
    public static int Over(IReadOnlyList<byte[]> corpus, int rounds, Action<byte[]> read)
    {
        var clock = Stopwatch.StartNew();
        var seconds = Environment.GetEnvironmentVariable(SecondsVariable) is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : 0;
        var count = 0;
        for (var round = 0; round < rounds || clock.Elapsed.TotalSeconds < seconds; round++)
        {
            for (var i = 0; i < corpus.Count; i++)
            {
                var seed = ((ulong)round << 16) | (uint)i;
                Try(new Mutator(seed).Mutate(corpus[i], corpus[(i + 1 + round) % corpus.Count]), seed, read);
                count++;
            }
        }

        return count;
    }

    private static void Try(byte[] damaged, ulong seed, Action<byte[]> read)
    {
        try
        {
            read(damaged);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"Seed 0x{seed:X} makes this file: {Convert.ToBase64String(damaged)}", fault);
        }
    }
}
