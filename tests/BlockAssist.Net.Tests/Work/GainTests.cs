using BlockAssist.Net.Work;

namespace BlockAssist.Net.Tests.Work;

public sealed class GainTests
{
    [Theory]
    [InlineData(0.2, 0.5, 0.2)]
    [InlineData(-0.2, 0, -0.2)]
    [InlineData(-0.2, 0.09, -0.2)]
    [InlineData(-0.2, 0.11, 0)]
    [InlineData(0, 0, 0)]
    public void Nobody_is_blamed_for_chance(double mean, double error, double counted) => Assert.Equal(counted, new Gain(mean, error).BeyondChance);
}
