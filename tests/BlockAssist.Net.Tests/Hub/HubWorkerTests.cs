using System.Collections.Concurrent;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Tests.Swarms;
using Microsoft.Extensions.Time.Testing;

namespace BlockAssist.Net.Tests.Hub;

/// <summary>Whatever becomes of the work of a hub, who does it goes on until it is told to stop.</summary>
public sealed class HubWorkerTests : IAsyncLifetime
{
    private readonly PlayedSwarm _swarm = new();
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = Some.Clock();
    private readonly ConcurrentQueue<string> _told = [];
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly SlowShelf _shelf = new();

    public async ValueTask InitializeAsync() => await _swarm.TrainAsync(_swarm.Join(1, 2));

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _end.Dispose();
        _swarm.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Work_that_is_somebody_elses_by_now_is_let_go_and_the_worker_goes_on()
    {
        var hub = new ScriptedHub(_swarm.Coordinator.LeaseWork()!) { Beat = _ => Task.FromResult(false) };
        var working = Worker(hub).RunAsync(_end.Token);

        await PassUntilAsync(() => _told.Any(told => told.Contains("somebody else's by now", StringComparison.Ordinal)));
        var leases = hub.Leases;
        await PassUntilAsync(() => hub.Leases > leases);

        Assert.False(working.IsCompleted);
        await EndsAsync(working);
    }

    [Fact]
    public async Task A_beat_that_does_not_come_through_is_made_up_for_by_the_next()
    {
        var hub = new ScriptedHub(_swarm.Coordinator.LeaseWork()!) { Beat = number => number == 1 ? throw new HttpRequestException("away") : Task.FromResult(true) };
        var working = Worker(hub).RunAsync(_end.Token);

        await PassUntilAsync(() => hub.Beats >= 3);

        Assert.Equal((1, 1), (hub.Leases, _shelf.Asked));
        await EndsAsync(working);
    }

    [Fact]
    public async Task A_question_that_took_too_long_is_asked_again()
    {
        var hub = new ScriptedHub(order: null) { Lease = number => number == 1 ? throw new TaskCanceledException("the request took too long") : null };
        var working = Worker(hub).RunAsync(_end.Token);

        await PassUntilAsync(() => hub.Leases > 1);

        Assert.Contains(_told, told => told.Contains("took too long", StringComparison.Ordinal));
        await EndsAsync(working);
    }

    [Fact]
    public async Task A_hub_that_does_not_answer_holds_up_nobody_who_is_told_to_stop()
    {
        var hub = new ScriptedHub(order: null) { Lease = _ => new TaskCompletionSource<byte[]?>().Task };
        var working = Worker(hub).RunAsync(_end.Token);
        await Eventually.IsSoAsync(() => hub.Leases == 1);

        await EndsAsync(working);
    }

    private HubWorker Worker(ScriptedHub hub) =>
        new(hub, _shelf, new ToyWorkshop(), new ToyReferee(), _folder.Path, new SequentialOptions(), new Told(_told)) { Clock = _clock };

    private Task PassUntilAsync(Func<bool> isSo) => Eventually.IsSoAsync(() =>
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        return isSo();
    });

    private async Task EndsAsync(Task working)
    {
        await _end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    /// <summary>Has one piece of work, and answers as it is told.</summary>
    private sealed class ScriptedHub(byte[]? order) : IHubWork
    {
        private int _leases;
        private int _beats;

        public int Leases => Volatile.Read(ref _leases);

        public int Beats => Volatile.Read(ref _beats);

        /// <summary>What it answers for the how-manieth time; null: the work for the first.</summary>
        public Func<int, Task<byte[]?>?> Lease { get; init; } = _ => null;

        public Func<int, Task<bool>> Beat { get; init; } = _ => Task.FromResult(true);

        public Task<byte[]?> LeaseWorkAsync(CancellationToken cancellation) =>
            Interlocked.Increment(ref _leases) is var number && Lease(number) is { } answer ? answer.WaitAsync(cancellation) : Task.FromResult(number == 1 ? order : null);

        public Task<bool> BeatWorkAsync(string token, CancellationToken cancellation) => Beat(Interlocked.Increment(ref _beats));

        public Task<bool> FinishWorkAsync(string token, uint kind, byte[] body, CancellationToken cancellation) => Task.FromResult(true);
    }

    /// <summary>Has no file before it is given up on.</summary>
    private sealed class SlowShelf : IBlobShelf
    {
        private int _asked;

        public int Asked => Volatile.Read(ref _asked);

        public async Task<string> FileOfAsync(BlobId id, CancellationToken cancellation)
        {
            Interlocked.Increment(ref _asked);
            await Task.Delay(Timeout.Infinite, cancellation);
            throw new IOException("nowhere");
        }

        public Task<BlobId> KeepAsync(string file, CancellationToken cancellation) => throw new IOException("no room");
    }

    private sealed class Told(ConcurrentQueue<string> told) : IProgress<HubNote>
    {
        public void Report(HubNote value) => told.Enqueue(value.Text);
    }
}
