using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Tests.Running;

public sealed class ProgressTests
{
    [Fact]
    public void Without_a_screen_there_is_a_line_every_few_seconds()
    {
        using var text = new StringWriter();
        var clock = new SteppingClock();

        var result = Display(text, screen: false, clock).During("Importing", 2000, meter =>
        {
            for (var i = 0; i < 2000; i++)
            {
                clock.Advance(TimeSpan.FromMilliseconds(10));
                meter.Advance();
            }

            return "done";
        });

        Assert.Equal("done", result);
        Assert.Equal(
            ["Importing: 500 of 2,000 (25 %)", "Importing: 1,000 of 2,000 (50 %)", "Importing: 1,500 of 2,000 (75 %)", "Importing: 2,000 of 2,000 (100 %)"],
            text.ToString().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void On_a_screen_the_work_is_done_behind_a_bar()
    {
        using var text = new StringWriter();

        var result = Display(text, screen: true, new SteppingClock()).During("[Importing]", 2, meter =>
        {
            meter.Advance(2);
            return 7;
        });

        Assert.Equal(7, result);
        Assert.Contains("[Importing]", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_threads_lose_no_count()
    {
        var last = 0L;
        var meter = new ProgressMeter(TimeProvider.System, TimeSpan.Zero, (done, _) => last = Math.Max(last, done));

        Parallel.For(0, 10_000, _ => meter.Advance());
        meter.Advance(0);

        Assert.Equal(10_000, last);
    }

    private static ProgressDisplay Display(TextWriter text, bool screen, TimeProvider clock) => new(
        Consoles.Messages(new Surroundings { Out = TextWriter.Null, Error = text, Variable = _ => null, ErrorIsTerminal = screen }),
        clock);

    private sealed class SteppingClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(TimeSpan by) => _ticks += by.Ticks;

        public override long GetTimestamp() => _ticks;
    }
}
