using BlockAssist.Net.Gates;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Net.Tests.Gates;

public sealed class PromotionGateTests
{
    [Fact]
    public async Task A_better_model_plays()
    {
        var result = await Try(new Match { ["now"] = 0.5, ["old"] = 0.4, ["new"] = 0.6 }, "old");

        Assert.True(result.IsPassed);
        Assert.Equal((GateVerdict.Better, result.Pairs), (result.Verdict, result.Curve.Count));
        Assert.InRange(result.Mean, 0.05, 0.15);
        Assert.InRange(Assert.Single(result.Regressions).Mean, 0.15, 0.25);
    }

    [Fact]
    public async Task One_that_is_as_good_does_not()
    {
        var result = await Try(new Match { ["now"] = 0.5, ["new"] = 0.5 }, "now");

        Assert.False(result.IsPassed);
        Assert.Empty(result.Regressions);
    }

    [Fact]
    public async Task One_that_forgot_what_an_older_one_could_does_not_either()
    {
        var result = await Try(new Match { ["now"] = 0.5, ["old"] = 0.9, ["new"] = 0.6 }, "now", "old");

        Assert.Equal((GateVerdict.Better, false), (result.Verdict, result.IsPassed));
        Assert.Equal([false, true], result.Regressions.Select(one => one.IsWorse));
    }

    [Fact]
    public async Task Every_pair_is_another_one_and_is_told_of()
    {
        var match = new Match { ["now"] = 0.5, ["new"] = 0.6 };
        var told = new List<int>();

        var result = await new PromotionGate(match, new SequentialOptions()) { Together = 7 }.TryAsync("new", "now", [], new Told(told), CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, match.Played.Count), match.Played);
        Assert.Equal(result.Pairs, told.Distinct().Count());
    }

    private static Task<GateResult> Try(Match match, params string[] older) =>
        new PromotionGate(match, new SequentialOptions()).TryAsync("new", "now", older, null, CancellationToken.None);

    private sealed class Told(List<int> pairs) : IProgress<SequentialTest>
    {
        public void Report(SequentialTest value) => pairs.Add(value.Pairs);
    }

    /// <summary>Models that are as good as a number says, give or take chance.</summary>
    private sealed class Match : Dictionary<string, double>, IModelMatch
    {
        private readonly SeededRandom _random = new(3);

        public List<int> Played { get; } = [];

        public Task<IReadOnlyList<double>> PlayAsync(string candidate, string other, int first, int count, CancellationToken cancellation)
        {
            Played.AddRange(Enumerable.Range(first, count));
            return Task.FromResult<IReadOnlyList<double>>([.. Enumerable.Range(0, count).Select(_ => this[candidate] - this[other] + (0.2 * (_random.NextDouble() - 0.5)))]);
        }
    }
}
