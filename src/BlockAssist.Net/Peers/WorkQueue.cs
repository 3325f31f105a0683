namespace BlockAssist.Net.Peers;

/// <summary>Work of one kind, done one after the other beside whatever else is done; what fails is told to who looks next.</summary>
internal sealed class WorkQueue
{
    private Task _last = Task.CompletedTask;

    /// <summary>Whether something is still to be done.</summary>
    public bool IsBusy => !_last.IsCompleted;

    /// <summary>Adds work.</summary>
    public void Add(Func<Task> work) => _last = AfterAsync(_last, work);

    /// <summary>Throws what made some work fail.</summary>
    public Task DemandAsync() => _last.IsFaulted ? _last : Task.CompletedTask;

    /// <summary>Waits until all is done, or was ended.</summary>
    public async Task EndAsync() => await _last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static async Task AfterAsync(Task before, Func<Task> work)
    {
        await before.ConfigureAwait(false);
        await Task.Yield();
        await work().ConfigureAwait(false);
    }
}
