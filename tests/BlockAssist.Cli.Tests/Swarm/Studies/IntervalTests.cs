using BlockAssist.Cli.Swarm.Studies;

namespace BlockAssist.Cli.Tests.Swarm.Studies;

public sealed class IntervalTests
{
    [Fact]
    public void Three_seeds_are_four_and_a_third_standard_errors_wide()
    {
        var interval = Interval.Of([1, 2, 3]);

        Assert.Equal(2, interval.Mean);
        Assert.Equal(2 - (4.303 / Math.Sqrt(3)), interval.Low, 9);
        Assert.Equal(2 + (4.303 / Math.Sqrt(3)), interval.High, 9);
    }

    [Fact]
    public void One_seed_says_nothing_of_others() => Assert.Equal(new Interval(5, 5, 5), Interval.Of([5]));

    [Fact]
    public void Many_seeds_are_nearly_normal() =>
        Assert.Equal(1.96 * Math.Sqrt(100 / 99.0) / 10, Interval.Of([.. Enumerable.Range(0, 100).Select(number => number % 2 == 0 ? 1.0 : -1.0)]).High, 9);

    [Fact]
    public void It_is_written_as_people_write_it() => Assert.Equal("2.0 (-0.5 to 4.5)", Interval.Of([1, 2, 3]).Text("F1"));
}
