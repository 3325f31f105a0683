using BlockAssist.Net.Simulations.Clocks;

namespace BlockAssist.Net.Simulations.People;

/// <summary>What a machine does one after the other; it stands still while the machine is off.</summary>
/// <param name="time">The time.</param>
internal sealed class JobQueue(VirtualTime time)
{
    private readonly LinkedList<(TimeSpan Takes, Action Done)> _jobs = [];
    private TimeSpan _began;
    private int _plan;
    private bool _isOff = true;

    /// <summary>Adds a job.</summary>
    /// <param name="takes">How long it takes.</param>
    /// <param name="done">What follows.</param>
    public void Add(TimeSpan takes, Action done)
    {
        _jobs.AddLast((takes, done));
        if (_jobs.Count == 1)
        {
            Begin();
        }
    }

    /// <summary>Drops all that is not done.</summary>
    public void Clear()
    {
        _jobs.Clear();
        _plan++;
    }

    /// <summary>The machine goes on.</summary>
    public void TurnOn()
    {
        _isOff = false;
        Begin();
    }

    /// <summary>The machine goes off: what was done of the job stays done.</summary>
    public void TurnOff()
    {
        _isOff = true;
        _plan++;
        if (_jobs.First is { } first)
        {
            first.Value = (first.Value.Takes - (time.Elapsed - _began), first.Value.Done);
        }
    }

    private void Begin()
    {
        if (_isOff || _jobs.First is not { } first)
        {
            return;
        }

        (_began, var plan) = (time.Elapsed, ++_plan);
        time.After(first.Value.Takes, () => End(plan));
    }

    private void End(int plan)
    {
        if (plan != _plan)
        {
            return;
        }

        var (_, done) = _jobs.First!.Value;
        _jobs.RemoveFirst();
        _plan++;
        Begin();
        done();
    }
}
