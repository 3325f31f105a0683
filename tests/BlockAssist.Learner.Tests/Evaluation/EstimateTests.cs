using BlockAssist.Learner.Evaluation;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Tests.Evaluation;

public sealed class EstimateTests
{
    [Fact]
    public void The_mean_of_values_that_are_all_the_same_is_certain() => Assert.Equal(new Estimate(3, 3, 3), Estimate.Of([3, 3, 3]));

    [Fact]
    public void There_is_no_mean_of_nothing() => Assert.Null(Estimate.Of([]));

    [Fact]
    public void The_interval_is_nearly_that_of_the_normal_distribution_where_there_are_many_values()
    {
        var random = new SeededRandom(3);
        double[] values = [.. Enumerable.Range(0, 400).Select(_ => random.NextDouble())];

        var estimate = Estimate.Of(values)!;

        // Uniform numbers deviate by √(1/12).
        var half = 1.96 * Math.Sqrt(1.0 / 12 / values.Length);
        Assert.Equal(values.Average(), estimate.Mean, 1e-12);
        Assert.InRange(estimate.Mean - estimate.Low, 0.9 * half, 1.1 * half);
        Assert.InRange(estimate.High - estimate.Mean, 0.9 * half, 1.1 * half);
    }

    [Fact]
    public void The_same_values_give_the_same_interval() => Assert.Equal(Estimate.Of([1, 2, 5, 9]), Estimate.Of([1, 2, 5, 9]));

    [Fact]
    public void A_ratio_is_of_all_parts_together_and_larger_wholes_count_more()
    {
        var estimate = Estimate.OfRatio([new Portion(1, 1), new Portion(0, 3)])!;

        Assert.Equal((0.25, 0, 1), (estimate.Mean, estimate.Low, estimate.High));
    }

    [Fact]
    public void There_is_no_ratio_without_a_whole()
    {
        Assert.Null(Estimate.OfRatio([new Portion(0, 0)]));
        Assert.Equal(new Estimate(0.5, 0.5, 0.5), Estimate.OfRatio([new Portion(0, 0), new Portion(2, 4)]));
    }
}
