namespace BlockAssist.Net.Peers;

/// <summary>Whether a peer may train now: not while its player plays, not outside of hours, not beyond a budget. Training stops when it may no longer, and goes on when it may again.</summary>
/// <param name="mayTrain">Whether it may; asked every two seconds.</param>
/// <param name="clock">The clock.</param>
public sealed class TrainingPermit(Func<bool> mayTrain, TimeProvider clock)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    /// <summary>Whether it may now.</summary>
    public bool IsGiven => mayTrain();

    /// <summary>Waits until it may.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        while (!mayTrain())
        {
            await Task.Delay(BetweenLooks, clock, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Does work that keeps what it has done: as long as it may, and again from there when it may again.</summary>
    /// <param name="work">The work; begun anew after each stop.</param>
    /// <param name="cancellation">Ends it for good.</param>
    public async Task<T> WhileGivenAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellation)
    {
        while (true)
        {
            await WaitAsync(cancellation).ConfigureAwait(false);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var watching = StopWhenNotAsync(stop);
            try
            {
                return await work(stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
            }
            finally
            {
                await stop.CancelAsync().ConfigureAwait(false);
                await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task StopWhenNotAsync(CancellationTokenSource stop)
    {
        while (mayTrain())
        {
            await Task.Delay(BetweenLooks, clock, stop.Token).ConfigureAwait(false);
        }

        await stop.CancelAsync().ConfigureAwait(false);
    }
}
