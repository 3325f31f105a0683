using BlockAssist.Game.Platform;

namespace BlockAssist.Game.Tests.Platform;

public sealed class FrameClockTests
{
    private const double Close = 0.0001;

    [Fact]
    public void Without_a_limit_a_frame_takes_as_long_as_it_takes()
    {
        var time = new SteppedTime();
        var clock = ClockOf(time);

        time.Pass(7);

        Assert.Equal(0.007, clock.Next(), Close);
        Assert.Empty(time.Sleeps);
    }

    [Fact]
    public void With_a_limit_the_rest_of_a_frame_is_waited_for()
    {
        var time = new SteppedTime();
        var clock = ClockOf(time, limit: 100);

        time.Pass(4);

        Assert.Equal(0.010, clock.Next(), Close);
        Assert.Equal([TimeSpan.FromMilliseconds(4)], time.Sleeps);
    }

    [Fact]
    public void A_sleep_that_is_too_long_does_not_make_the_frames_fewer()
    {
        var time = new SteppedTime { Oversleep = TimeSpan.FromMilliseconds(3) };
        var clock = ClockOf(time, limit: 100);
        var start = time.GetTimestamp();

        for (var frame = 0; frame < 100; frame++)
        {
            clock.Next();
        }

        Assert.Equal(1, time.GetElapsedTime(start).TotalSeconds, tolerance: 0.01);
    }

    [Fact]
    public void Frames_that_were_missed_are_not_made_up_for()
    {
        var time = new SteppedTime();
        var clock = ClockOf(time, limit: 100);
        time.Pass(55);
        clock.Next();

        var next = clock.Next();

        Assert.Equal(0.010, next, Close);
    }

    [Fact]
    public void A_hiccup_is_told_shorter_than_it_was()
    {
        var time = new SteppedTime();
        var clock = ClockOf(time, limit: 60);

        time.Pass(5000);

        Assert.Equal(FrameClock.LongestDelta, clock.Next());
        Assert.Equal(5, clock.LastFrame, Close);
    }

    [Fact]
    public void The_limit_may_change_between_frames()
    {
        var time = new SteppedTime();
        var clock = ClockOf(time, limit: 10);
        clock.Next();

        clock.Limit = 100;

        Assert.Equal(0.010, clock.Next(), Close);
    }

    [Fact]
    public void A_sleeper_spends_the_last_millisecond_awake()
    {
        var time = new SteppedTime { Reading = TimeSpan.FromMicroseconds(100) };
        var moment = time.GetTimestamp() + TimeSpan.FromMilliseconds(16.5).Ticks;

        var now = new FrameSleeper(time, time.Sleep).WaitUntil(moment);

        Assert.Equal([TimeSpan.FromMilliseconds(15)], time.Sleeps);
        Assert.InRange(now - moment, 0, TimeSpan.FromMicroseconds(100).Ticks);
    }

    private static FrameClock ClockOf(SteppedTime time, int limit = 0) => new(time, new FrameSleeper(time, time.Sleep)) { Limit = limit };
}
