using BlockAssist.Net.Merging;

namespace BlockAssist.Net.Tests.Merging;

public sealed class MergeWeightsTests
{
    [Fact]
    public void They_go_by_the_root_of_the_examples_and_by_reputation()
    {
        var weights = MergeWeights.Of([(100, 1), (400, 1), (400, 0.5), (0, 1), (100, 0)], most: 1);

        Assert.Equal([0.25, 0.5, 0.25, 0, 0], weights);
    }

    [Fact]
    public void Nobody_has_more_than_the_most()
    {
        var weights = MergeWeights.Of([(1_000_000, 1), (250_000, 1), .. Enumerable.Repeat((100, 1.0), 20)]);

        Assert.Equal(1, weights.Sum(), 1e-12);
        Assert.All(weights, weight => Assert.InRange(weight, 0, MergeWeights.UsualMost + 1e-12));
        Assert.Equal([MergeWeights.UsualMost, MergeWeights.UsualMost], weights.Take(2));
        Assert.All(weights.Skip(2), weight => Assert.Equal(0.7 / 20, weight, 1e-12));
    }

    [Fact]
    public void Of_too_few_for_that_all_count_the_same() =>
        Assert.Equal([1 / 3.0, 0, 1 / 3.0, 1 / 3.0], MergeWeights.Of([(1_000_000, 1), (0, 1), (1, 1), (5, 0.1)]));

    [Fact]
    public void Where_nobody_did_anything_nobody_counts() => Assert.Equal([0, 0], MergeWeights.Of([(0, 1), (100, 0)]));
}
