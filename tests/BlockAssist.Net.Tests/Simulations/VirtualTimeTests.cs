using BlockAssist.Net.Simulations.Clocks;
using BlockAssist.Net.Simulations.People;

namespace BlockAssist.Net.Tests.Simulations;

/// <summary>Time that goes from event to event, and what machines do in it.</summary>
public sealed class VirtualTimeTests
{
    private readonly VirtualTime _time = new(Some.Noon);
    private readonly List<string> _happened = [];

    [Fact]
    public void What_is_due_first_happens_first_and_what_is_due_together_as_it_was_planned()
    {
        Plan(2, "late");
        Plan(1, "one");
        Plan(1, "two");
        Plan(-5, "at once");

        Play();

        Assert.Equal(["at once 0", "one 1", "two 1", "late 2"], _happened);
        Assert.Equal(Some.Noon.AddSeconds(2), _time.GetUtcNow());
    }

    [Fact]
    public void A_machine_does_one_thing_after_the_other()
    {
        var jobs = new JobQueue(_time);
        jobs.TurnOn();
        jobs.Add(TimeSpan.FromSeconds(3), () => Note("first"));
        jobs.Add(TimeSpan.FromSeconds(4), () => Note("second"));

        Play();

        Assert.Equal(["first 3", "second 7"], _happened);
    }

    [Fact]
    public void A_machine_that_was_off_goes_on_where_it_was()
    {
        var jobs = new JobQueue(_time);
        jobs.Add(TimeSpan.FromSeconds(10), () => Note("done"));
        jobs.TurnOn();
        _time.After(TimeSpan.FromSeconds(4), jobs.TurnOff);
        _time.After(TimeSpan.FromSeconds(100), jobs.TurnOn);

        Play();

        Assert.Equal(["done 106"], _happened);
    }

    [Fact]
    public void What_is_dropped_is_never_done()
    {
        var jobs = new JobQueue(_time);
        jobs.TurnOn();
        jobs.Add(TimeSpan.FromSeconds(10), () => Note("dropped"));
        _time.After(TimeSpan.FromSeconds(1), jobs.Clear);

        Play();

        Assert.Empty(_happened);
    }

    private void Plan(double seconds, string what) => _time.After(TimeSpan.FromSeconds(seconds), () => Note(what));

    private void Note(string what) => _happened.Add($"{what} {_time.Elapsed.TotalSeconds}");

    private void Play()
    {
        while (_time.Next())
        {
        }
    }
}
