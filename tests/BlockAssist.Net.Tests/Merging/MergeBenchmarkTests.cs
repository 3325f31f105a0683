using BlockAssist.Net.Merging.Bench;

namespace BlockAssist.Net.Tests.Merging;

public sealed class MergeBenchmarkTests
{
    [Fact]
    public void It_tells_what_each_rule_costs_and_stands()
    {
        var figures = new MergeBenchmark(TimeProvider.System) { Weights = 4000, Repetitions = 3 }.Run();

        Assert.Equal(5, figures.Count);
        Assert.All(figures, rule => Assert.True(rule.Milliseconds > 0));
        var (mean, clipped) = (figures.Single(rule => rule.Rule == "mean"), figures.Single(rule => rule.Rule == "centered clip"));
        Assert.InRange(mean.Honest, 0.2, 0.3);
        Assert.InRange(clipped.Honest, 0.2, 0.35);
        Assert.True(mean.WithImmense > 100 && clipped.WithImmense < 0.6, $"{mean.WithImmense}, {clipped.WithImmense}");
        Assert.True(clipped.TimesNaive > 2, $"{clipped.TimesNaive}");
    }
}
