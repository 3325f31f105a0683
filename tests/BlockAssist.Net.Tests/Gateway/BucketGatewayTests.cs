using System.Net;
using System.Net.Http.Headers;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Blobs.Buckets;
using BlockAssist.Net.Gateway;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlockAssist.Net.Tests.Gateway;

/// <summary>Blobs over the wire, to a hub with a bucket behind its store.</summary>
public sealed class BucketGatewayTests(BucketGatewayTests.HubWithBucket hub) : IClassFixture<BucketGatewayTests.HubWithBucket>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_peer_sent_is_acknowledged_when_it_is_in_the_bucket()
    {
        using var link = hub.Link(1);
        var mine = hub.Store("mine-1");
        var id = await mine.PutAsync(Bytes(200_000, 1), Stop);
        var (comes, goes) = (new TaskCompletionSource(), new TaskCompletionSource());
        hub.Bucket.BeforePut = () =>
        {
            comes.TrySetResult();
            return goes.Task;
        };

        var sending = link.SendAsync(id, mine, Stop);
        await comes.Task.WaitAsync(Stop);
        Assert.True(hub.Blobs.Contains(id));
        Assert.False(sending.IsCompleted);
        hub.Bucket.BeforePut = () => Task.CompletedTask;
        goes.SetResult();
        await sending;

        Assert.True(hub.IsInBucket(id));
    }

    [Fact]
    public async Task What_another_machine_put_is_served_whole_and_in_parts()
    {
        using var link = hub.Link(2);
        using var client = hub.Client(2);
        var bytes = Bytes(200_000, 2);
        var (id, theirs) = (hub.PutByAnother(bytes), hub.Store("theirs-2"));

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"blob/{id}", UriKind.Relative)) { Headers = { Range = new RangeHeaderValue(100, 149) } };
        using var part = await client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[100..150], await part.Content.ReadAsByteArrayAsync(Stop));

        Assert.Equal(BlobReceipt.Stored, await link.FetchAsync(id, theirs, Stop));
    }

    [Fact]
    public async Task What_is_in_the_bucket_already_need_not_be_sent_again()
    {
        using var link = hub.Link(3);
        var mine = hub.Store("mine-3");
        var id = await mine.PutAsync(Bytes(1000, 3), Stop);
        hub.PutByAnother(Bytes(1000, 3));
        var moved = link.BytesMoved;

        await link.SendAsync(id, mine, Stop);

        Assert.Equal(moved, link.BytesMoved);
        Assert.False(hub.Blobs.Contains(id));
    }

    [Fact]
    public async Task While_the_bucket_is_away_peers_are_told_to_try_again_and_nothing_of_where_it_is()
    {
        using var client = hub.Client(4);
        using var link = hub.Link(4);
        var mine = hub.Store("mine-4");
        var id = await mine.PutAsync(Bytes(1000, 4), Stop);
        hub.Bucket.IsAway = true;
        try
        {
            using var get = await client.GetAsync(new Uri($"blob/{id}", UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, get.StatusCode);
            Assert.Equal("the hub cannot answer now; try again later", await get.Content.ReadAsStringAsync(Stop));
            await Assert.ThrowsAsync<HttpRequestException>(() => link.SendAsync(id, mine, Stop));
        }
        finally
        {
            hub.Bucket.IsAway = false;
        }

        await link.SendAsync(id, mine, Stop);
        Assert.True(hub.IsInBucket(id));
    }

    private static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>A hub with a bucket.</summary>
    public sealed class HubWithBucket : RunningHub
    {
        private BlobBucket? _open;
        private BucketShelf? _shelf;

        internal S3Server Bucket { get; private set; } = null!;

        public override async ValueTask InitializeAsync()
        {
            Bucket = await S3Server.StartAsync();
            _open = await BlobBucket.OpenAsync(BucketAddress.Parse("s3://garden"), Bucket.Variable, CancellationToken.None);
            await base.InitializeAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            _shelf?.Dispose();
            _open?.Dispose();
            await Bucket.DisposeAsync();
        }

        internal override IHubShelf Shelf(BlobStore store) => _shelf = new BucketShelf(store, _open!, TimeProvider.System, NullLogger<BucketShelf>.Instance);

        internal bool IsInBucket(BlobId id) => Bucket.Objects.ContainsKey(id.ToString());

        internal BlobId PutByAnother(byte[] bytes)
        {
            var id = BlobId.Of(bytes);
            Bucket.Objects[id.ToString()] = new S3Object(bytes, TimeProvider.System.GetUtcNow(), Checksum: null);
            return id;
        }

        protected override GatewayOptions Options(GatewayOptions usual) => usual;
    }
}
