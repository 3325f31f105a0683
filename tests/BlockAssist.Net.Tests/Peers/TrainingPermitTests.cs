using BlockAssist.Net.Peers;
using Microsoft.Extensions.Time.Testing;

namespace BlockAssist.Net.Tests.Peers;

public sealed class TrainingPermitTests
{
    private readonly FakeTimeProvider _clock = Some.Clock();

    [Fact]
    public async Task Work_stops_when_it_may_no_longer_and_is_taken_up_again()
    {
        var (may, begun, stopped) = (true, 0, 0);
        var permit = new TrainingPermit(() => Volatile.Read(ref may), _clock);
        var working = permit.WhileGivenAsync(
            async stop =>
            {
                if (Interlocked.Increment(ref begun) == 2)
                {
                    return "done";
                }

                await using var registration = stop.Register(() => Interlocked.Increment(ref stopped));
                await Task.Delay(Timeout.Infinite, stop);
                return "never";
            },
            TestContext.Current.CancellationToken);

        Volatile.Write(ref may, false);
        await PassUntilAsync(() => Volatile.Read(ref stopped) == 1);
        Assert.Equal(1, Volatile.Read(ref begun));
        Volatile.Write(ref may, true);
        await PassUntilAsync(() => working.IsCompleted);

        Assert.Equal(("done", 2), (await working, begun));
    }

    [Fact]
    public async Task Who_ends_it_for_good_is_not_kept_waiting()
    {
        using var end = new CancellationTokenSource();
        var working = new TrainingPermit(() => false, _clock).WhileGivenAsync(_ => Task.FromResult(1), end.Token);

        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);
    }

    private async Task PassUntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            _clock.Advance(TimeSpan.FromSeconds(2));
            await Task.Delay(5, CancellationToken.None);
        }
    }
}
