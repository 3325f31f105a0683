using System.Diagnostics;

namespace BlockAssist.Fuzzing.Engine;

/// <summary>Fuzzes a target in this process, and keeps what comes of it.</summary>
/// <param name="target">The target.</param>
/// <param name="kept">Where it is kept.</param>
internal sealed class KeptFuzzing(FuzzTarget target, KeptRun kept)
{
    /// <summary>What a process ends with that stands still.</summary>
    public const int StandsStill = 3;

    private const int InputsBetweenLooks = 64;

    private static readonly TimeSpan BetweenNotes = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private long _began = Stopwatch.GetTimestamp();
    private byte[] _trying = [];

    /// <summary>Fuzzes.</summary>
    /// <param name="time">How long processors work for it.</param>
    /// <param name="seed">Decides the changes, together with how much was tried before.</param>
    public void Run(TimeSpan time, ulong seed)
    {
        using var room = new FuzzRoom();
        using var last = new LastInput(kept.LastInputFile, target.MostBytes);
        var before = kept.Progress;
        var coverage = new CoverageMap();
        var trial = new Trial(target, target.Open(room));
        var fuzzer = new TargetFuzzer(target, coverage, seed + (ulong)before.Inputs)
        {
            Trying = input =>
            {
                last.Note(input);
                (_trying, _began) = (input, Stopwatch.GetTimestamp());
            },
            Kept = kept.Keep,
            Found = (finding, input) => Keep(trial, finding, input),
        };
        using var watch = new Timer(_ => EndIfStill(), state: null, Patience, BetweenNotes);
        var (noted, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        fuzzer.Run(trial, FuzzCorpus.Of(target).Concat(kept.Inputs()), () =>
        {
            if (fuzzer.Inputs % InputsBetweenLooks != 0)
            {
                return true;
            }

            if (Stopwatch.GetElapsedTime(noted) > BetweenNotes)
            {
                noted = Stopwatch.GetTimestamp();
                Tell();
            }

            return Environment.CpuUsage.TotalTime - used < time;
        });
        Tell();
        last.Clear();

        void Tell() => kept.Tell(before with
        {
            CpuSeconds = before.CpuSeconds + (Environment.CpuUsage.TotalTime - used).TotalSeconds,
            Inputs = before.Inputs + fuzzer.Inputs,
            Kept = fuzzer.CorpusCount,
            Branches = coverage.Seen,
        });
    }

    private void Keep(Trial trial, Finding finding, byte[] input)
    {
        if (kept.IsKnown(finding))
        {
            return;
        }

        // At once: what follows may not come to its end.
        kept.Keep(finding, input);
        if (TargetFuzzer.Shortest(trial, finding, input) is { } shorter && shorter.Length < input.Length)
        {
            kept.Keep(finding with { Text = $"the shortest: {finding.Text}" }, shorter);
        }
    }

    private void EndIfStill()
    {
        if (Stopwatch.GetElapsedTime(Volatile.Read(ref _began)) > Patience)
        {
            kept.Keep(new Finding(FindingKind.Slow, "stands still", $"not done after {Patience.TotalSeconds} s"), Volatile.Read(ref _trying));
            Environment.Exit(StandsStill);
        }
    }
}
