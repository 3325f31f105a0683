using BlockAssist.Learner.Training;

namespace BlockAssist.Learner.Tests.Training;

public sealed class TrainingOptionsTests
{
    [Fact]
    public void The_rate_rises_straight_then_falls_to_nothing()
    {
        var options = new TrainingOptions { Rate = 1, WarmUp = 10, Steps = 1000 };
        var rates = Enumerable.Range(0, 1001).Select(options.RateAt).ToArray();

        Assert.Equal(0.1, rates[0], 1e-3);
        Assert.Equal(0.5, rates[4], 1e-3);
        Assert.Equal(9, Array.IndexOf(rates, rates.Max()));
        Assert.InRange(rates[9], 0.999, 1);
        Assert.Equal(0.5, rates[500], 1e-9);
        Assert.Equal(0, rates[1000], 1e-9);
        Assert.All(Enumerable.Range(10, 990), step => Assert.True(rates[step] > rates[step + 1]));
    }

    [Fact]
    public void Without_warm_up_the_first_rate_is_the_highest() =>
        Assert.Equal(2e-3, new TrainingOptions { WarmUp = 0 }.RateAt(0), 1e-12);
}
