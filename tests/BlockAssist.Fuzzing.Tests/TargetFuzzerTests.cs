using System.Diagnostics;
using BlockAssist.Fuzzing.Engine;

namespace BlockAssist.Fuzzing.Tests;

public sealed class TargetFuzzerTests
{
    private const int MostInputs = 400_000;

    [Fact]
    public void A_bug_is_found_that_chance_would_never_find_and_its_input_shortened()
    {
        // Other tests run beside, none of them instrumented.
        var instrumented = Instrumentation.Of(["BlockAssist.Fuzzing.Tests"], []);
        var read = instrumented.LoadFromAssemblyName(typeof(PlantedBug).Assembly.GetName()).GetType(typeof(PlantedBug).FullName!)!
            .GetMethod(nameof(PlantedBug.Read))!.CreateDelegate<Action<byte[]>>();
        var target = new FuzzTarget("planted", _ => read) { Seeds = () => [new byte[8]] };
        var (trial, coverage) = (new Trial(target, read), new CoverageMap());
        var found = new List<(Finding Finding, byte[] Input)>();
        var fuzzer = new TargetFuzzer(target, coverage, seed: 1) { Found = (finding, input) => found.Add((finding, input)) };

        fuzzer.Run(trial, [], () => found.Count == 0 && fuzzer.Inputs < MostInputs);

        var (finding, input) = Assert.Single(found);
        Assert.Contains("the bug that was planted", finding.Text, StringComparison.Ordinal);
        Assert.Equal("BUGS"u8, TargetFuzzer.Shortest(trial, finding, input));
        Assert.InRange(fuzzer.CorpusCount, 3, 20);
    }

    [Fact]
    public void What_is_allowed_is_no_finding_and_all_else_is()
    {
        var target = Target(bytes =>
        {
            Exception error = bytes.Length switch
            {
                0 => new FormatException(),
                1 => new UriFormatException(),
                _ => new InvalidOperationException(),
            };
            throw error;
        });

        Assert.Null(Trial(target).Of([]));
        Assert.Null(Trial(target).Of([1]));
        Assert.Equal(FindingKind.Exception, Trial(target).Of([1, 2])?.Kind);
    }

    [Fact]
    public void What_sets_aside_more_than_it_may_is_found()
    {
        var target = Target(bytes => GC.KeepAlive(new byte[bytes.Length << 20])) with { MostAllocated = 2 << 20 };

        Assert.Null(Trial(target).Of([1]));
        Assert.Equal(FindingKind.Memory, Trial(target).Of([1, 2, 3])?.Kind);
    }

    [Fact]
    public void What_works_longer_than_it_may_is_found()
    {
        var target = Target(Work) with { Longest = TimeSpan.FromMilliseconds(30) };

        Assert.Equal(FindingKind.Slow, Trial(target).Of([1])?.Kind);
    }

    [Fact]
    public void The_same_seed_changes_in_the_same_way_and_never_beyond_the_longest()
    {
        var (one, other) = (new Mutations(7, ["word"], 50), new Mutations(7, ["word"], 50));
        var input = new byte[40];
        for (var i = 0; i < 2000; i++)
        {
            var changed = one.Of(input, [1, 2, 3]);
            Assert.Equal(changed, other.Of(input, [1, 2, 3]));
            Assert.InRange(changed.Length, 0, 50);
        }

        Assert.All(input, letter => Assert.Equal(0, letter));
    }

    private static void Work(byte[] bytes)
    {
        // By the clock and by what processors do: other tests run beside.
        var (began, used, enough) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, TimeSpan.FromMilliseconds(60));
        while (bytes.Length > 0 && (Stopwatch.GetElapsedTime(began) < enough || Environment.CpuUsage.TotalTime - used < enough))
        {
        }
    }

    private static FuzzTarget Target(Action<byte[]> read) => new("some", _ => read) { Seeds = () => [[]], Allowed = [typeof(FormatException)] };

    private static Trial Trial(FuzzTarget target) => new(target, target.Open(null!));
}
