using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gateway;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlockAssist.Net.Tests.Gateway;

/// <summary>What a gateway asks its hub now and then.</summary>
public sealed class HubNewsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestHub _hub = new();

    private static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Who_waits_is_told_when_there_is_something_new_for_it_and_nobody_else_is()
    {
        using var news = new HubNews(_hub, NullLogger<HubNews>.Instance, new GatewayOptions { Network = Some.Garden });
        using var one = news.Listen(Some.Peer(1).Id);
        using var other = news.Listen(Some.Peer(2).Id);
        await news.StartAsync(Stop);

        _hub.Say(Some.Peer(1).Id);
        await one.WaitAsync(Most, Stop);
        var waiting = other.WaitAsync(Most, Stop);
        _hub.Say(Some.Peer(1).Id);
        await one.WaitAsync(Most, Stop);

        Assert.False(waiting.IsCompleted);
        _hub.Say(null);
        await waiting;
        await one.WaitAsync(Most, Stop);
        await news.StopAsync(Stop);
    }

    [Fact]
    public async Task Who_waits_no_longer_is_let_go_by_an_exception()
    {
        using var news = new HubNews(_hub, NullLogger<HubNews>.Instance, new GatewayOptions { Network = Some.Garden });
        using var gone = new CancellationTokenSource();
        using var listener = news.Listen(Some.Peer(1).Id);
        var waiting = listener.WaitAsync(Most, gone.Token);

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task What_rounds_depend_on_stays_when_room_is_needed_and_the_rest_goes()
    {
        var store = new BlobStore(_folder.Path, new BlobLimits(MostBytes: 1000), TimeProvider.System);
        var needed = await store.PutAsync(new byte[400], Stop);
        var other = await store.PutAsync(new byte[500], Stop);
        _hub.Kept = [needed];
        using var kept = new KeptBlobs(_hub, store);
        await kept.StartAsync(Stop);
        await Eventually.IsSoAsync(() => !store.IsKept(other));

        var third = await store.PutAsync(new byte[550], Stop);

        Assert.Equal((true, false, true), (store.Contains(needed), store.Contains(other), store.Contains(third)));
        await kept.StopAsync(Stop);
    }

    [Fact]
    public async Task As_long_as_the_hub_has_not_answered_all_stays()
    {
        var store = new BlobStore(_folder.Path, new BlobLimits(MostBytes: 1000), TimeProvider.System);
        var id = await store.PutAsync(new byte[800], Stop);
        _hub.IsSilent = true;
        using var kept = new KeptBlobs(_hub, store);
        await kept.StartAsync(Stop);

        await Assert.ThrowsAsync<IOException>(() => store.PutAsync(new byte[300], Stop));

        Assert.True(store.Contains(id));
        await kept.StopAsync(Stop);
    }

    [Fact]
    public async Task What_somebody_else_keeps_is_kept_as_well()
    {
        var id = BlobId.Of("own"u8);
        var store = new BlobStore(_folder.Path, new BlobLimits(), TimeProvider.System) { IsKept = blob => blob == id };
        using var kept = new KeptBlobs(_hub, store);
        await kept.StartAsync(Stop);
        await Eventually.IsSoAsync(() => !store.IsKept(BlobId.Of("other"u8)));

        Assert.True(store.IsKept(id));
        await kept.StopAsync(Stop);
    }

    private sealed class TestHub : ISwarmHub
    {
        private readonly NewsFeed _news = new(0);

        public IReadOnlyList<BlobId> Kept { get; set; } = [];

        public bool IsSilent { get; set; }

        public void Say(PeerId? to)
        {
            lock (_news)
            {
                _news.Add(to);
            }
        }

        public Task<byte[]> NewsAsync(long version)
        {
            lock (_news)
            {
                return Task.FromResult(_news.Since(version).ToBytes());
            }
        }

        public Task<byte[]> KeptAsync() => IsSilent ? Task.FromException<byte[]>(new TimeoutException("silent")) : Task.FromResult(new Kept(Kept).ToBytes());

        public Task<byte[]> WelcomeAsync() => throw new NotSupportedException();

        public Task<string> TellAsync(byte[] envelope) => throw new NotSupportedException();

        public Task<byte[]> HearAsync(byte[] peer, ulong round, int after) => throw new NotSupportedException();

        public Task<byte[]?> RecordAsync(ulong round) => throw new NotSupportedException();

        public Task<byte[]?> LeaseWorkAsync(CancellationToken cancellation) => throw new NotSupportedException();

        public Task<bool> BeatWorkAsync(string token, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<bool> FinishWorkAsync(string token, uint kind, byte[] body, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
