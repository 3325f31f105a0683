namespace BlockAssist.Cli.Tests.Soak;

/// <summary>Growth as soaks tell it.</summary>
public sealed class GrowthTests
{
    [Fact]
    public void A_line_grows_by_its_slope_and_outliers_do_not_matter()
    {
        var line = Enumerable.Range(0, 720).Select(number => (At: TimeSpan.FromSeconds(10 * number), Value: 100.0 + number)).ToList();
        var withOutliers = line.Select((sample, number) => number % 5 == 0 ? sample with { Value = 9_999 } : sample).ToList();

        Assert.Equal(360, Growth.AnHour(line), 6);
        Assert.Equal(360, Growth.AnHour(withOutliers), 30.0);
    }

    [Fact]
    public void What_goes_up_and_down_does_not_grow()
    {
        var chance = new Random(1);
        var noise = Enumerable.Range(0, 720).Select(number => (At: TimeSpan.FromSeconds(10 * number), Value: 400.0 + chance.Next(-40, 40))).ToList();

        Assert.InRange(Growth.AnHour(noise), -5, 5);
        Assert.Equal(0, Growth.AnHour([(TimeSpan.Zero, 3.0)]));
    }
}
