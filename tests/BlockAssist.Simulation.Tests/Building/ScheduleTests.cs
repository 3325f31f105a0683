using BlockAssist.Simulation.Building;
using CsCheck;

namespace BlockAssist.Simulation.Tests.Building;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData(-5, 3)]
    [InlineData(0, 1)]
    [InlineData(50, 2)]
    [InlineData(75, 2.5)]
    [InlineData(100, 3)]
    [InlineData(1000, 3)]
    public void It_runs_straight_from_point_to_point_and_holds_its_last_value_outside(long time, double value) =>
        Assert.Equal(value, Schedule.Through(new(0, 1), new(100, 3)).ValueAt(time));

    [Fact]
    public void A_constant_is_the_same_at_every_time() =>
        Gen.Select(Gen.Double[-10, 10], Gen.Long).Sample((constant, time) => ((Schedule)constant).ValueAt(time).Equals(constant));

    [Fact]
    public void Equal_points_are_equal_schedules()
    {
        Assert.Equal(Schedule.Through(new(0, 1), new(5, 2)), Schedule.Through(new(0, 1), new(5, 2)));
        Assert.NotEqual(Schedule.Through(new(0, 1), new(5, 2)), Schedule.Through(new(0, 1), new(6, 2)));
        Assert.NotEqual(Schedule.Through(new Schedule.Point(0, 2)), (Schedule)2);
    }
}
