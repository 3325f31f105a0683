using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Simulation.Files;
using Microsoft.Extensions.Time.Testing;

namespace BlockAssist.Cli.Tests.Swarm;

public sealed class TrainingTimesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private NodeHome Home => new(_folder.Path);

    [Theory]
    [InlineData(22, 7, 23, true)]
    [InlineData(22, 7, 6, true)]
    [InlineData(22, 7, 7, false)]
    [InlineData(22, 7, 21, false)]
    [InlineData(9, 17, 9, true)]
    [InlineData(9, 17, 17, false)]
    public void A_node_trains_within_its_hours(int from, int until, int hour, bool may) =>
        Assert.Equal(may, new TrainingTimes { Hours = (from, until) }.Allow(Home, 0, At(hour)));

    [Fact]
    public void A_game_that_is_played_stops_training_unless_that_is_wished()
    {
        using var playing = HeldFile.TryTake(Home.Playing);

        Assert.False(new TrainingTimes().Allow(Home, 0, At(12)));
        Assert.True(new TrainingTimes { WhilePlaying = true }.Allow(Home, 0, At(12)));
    }

    [Fact]
    public void A_game_that_has_ended_however_it_ended_stops_nothing()
    {
        HeldFile.TryTake(Home.Playing)!.Dispose();

        Assert.True(new TrainingTimes().Allow(Home, 0, At(12)));
    }

    [Fact]
    public void Beyond_the_budget_of_a_day_nothing_more_is_trained()
    {
        var moved = 0L;
        var clock = At(12);
        var times = new TrainingTimes { BytesADay = 3 << 20 };
        var traffic = new DailyTraffic(new SwarmFolder(_folder.Path).Traffic, () => moved, clock);

        Assert.True(times.Allow(Home, traffic.Today(), clock));
        moved = 2 << 20;
        Assert.Equal(2 << 20, traffic.Today());
        moved = 4 << 20;
        Assert.False(times.Allow(Home, traffic.Today(), clock));
        Assert.False(times.Allow(Home, new DailyTraffic(new SwarmFolder(_folder.Path).Traffic, () => 0, clock).Today(), clock));

        clock.Advance(TimeSpan.FromDays(1));
        Assert.True(times.Allow(Home, traffic.Today(), clock));
    }

    [Theory]
    [InlineData("22-7", true)]
    [InlineData("0-24", false)]
    [InlineData("9-9", false)]
    [InlineData("25-3", false)]
    [InlineData("night", false)]
    public void Hours_are_two_that_differ(string text, bool isSo) => Assert.Equal(isSo, TrainingTimes.TryParseHours(text, out _));

    public void Dispose() => _folder.Dispose();

    private static FakeTimeProvider At(int hour)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 26, hour, 30, 0, TimeSpan.Zero));
        clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        return clock;
    }
}
