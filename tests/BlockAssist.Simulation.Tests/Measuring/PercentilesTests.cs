using BlockAssist.Simulation.Measuring;

namespace BlockAssist.Simulation.Tests.Measuring;

public sealed class PercentilesTests
{
    [Fact]
    public void Half_of_the_samples_are_at_most_the_median()
    {
        var percentiles = Percentiles.Of(Enumerable.Range(1, 200).Select(i => (double)i).Reverse());

        Assert.Equal(new Percentiles(100, 198), percentiles);
    }
}
