using System.Security.Cryptography;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Blobs.Buckets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BlockAssist.Net.Tests.Blobs;

/// <summary>Stores of several machines with one bucket behind them.</summary>
public sealed class BucketShelfTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private readonly List<BucketShelf> _shelves = [];
    private S3Server _server = null!;
    private BlobBucket _bucket = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await S3Server.StartAsync();
        _bucket = await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _shelves.ForEach(shelf => shelf.Dispose());
        _bucket.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_one_machine_keeps_another_one_finds()
    {
        var (one, other) = (Shelf("one"), Shelf("other"));
        var file = _folder.File("model");
        await File.WriteAllBytesAsync(file, Bytes(300_000, 1), Stop);

        var id = await one.KeepAsync(file, Stop);

        Assert.Equal(300_000, await other.FindAsync(id, Stop));
        Assert.False(other.Store.Contains(id));
        Assert.Equal(Bytes(300_000, 1), await File.ReadAllBytesAsync(await other.FileOfAsync(id, Stop), Stop));
        Assert.Equal($"blobs/{id}", Assert.Single(_server.Objects).Key);
    }

    [Fact]
    public async Task What_is_nowhere_is_not_found()
    {
        var (shelf, id) = (Shelf("one"), BlobId.Of("nothing"u8));

        Assert.Null(await shelf.FindAsync(id, Stop));
        Assert.False(await shelf.BringAsync(id, Stop));
        await Assert.ThrowsAsync<FileNotFoundException>(() => shelf.FileOfAsync(id, Stop));
    }

    [Fact]
    public async Task What_only_one_machine_had_is_put_where_all_find_it_when_it_is_asked_for()
    {
        var shelf = Shelf("one");
        var id = await shelf.Store.PutAsync(Bytes(1000, 2), Stop);
        Assert.Empty(_server.Objects);

        Assert.Equal(1000, await shelf.FindAsync(id, Stop));

        Assert.Single(_server.Objects);
    }

    [Fact]
    public async Task A_blob_of_no_bytes_goes_there_and_back()
    {
        var (one, other) = (Shelf("one"), Shelf("other"));
        var id = await one.Store.PutAsync(Array.Empty<byte>(), Stop);

        Assert.Equal(0, await one.FindAsync(id, Stop));
        Assert.True(await other.BringAsync(id, Stop));
    }

    [Fact]
    public async Task What_broke_off_is_gone_on_with_where_it_broke_off()
    {
        var id = Put(Bytes(400_000, 3));
        var shelf = Shelf("one");
        _server.BreakOff(2);

        var bringing = shelf.BringAsync(id, Stop);
        await AdvanceUntilAsync(bringing);

        Assert.True(await bringing);
        Assert.Equal(Bytes(400_000, 3), await File.ReadAllBytesAsync(shelf.Store.PathOf(id)!, Stop));
    }

    [Fact]
    public async Task A_fetch_that_always_breaks_off_is_given_up_and_what_came_is_kept()
    {
        var id = Put(Bytes(400_000, 4));
        var shelf = Shelf("one");
        _server.BreakOff(int.MaxValue);

        var bringing = shelf.BringAsync(id, Stop);
        await AdvanceUntilAsync(bringing);

        Assert.Contains("s3://garden/blobs", (await Assert.ThrowsAsync<IOException>(() => bringing)).Message, StringComparison.Ordinal);
        Assert.InRange(shelf.Store.LengthOf(id), 200_000, 399_999);
        _server.BreakOff(0);
        Assert.True(await shelf.BringAsync(id, Stop));
    }

    [Theory]
    [InlineData(100_000, 100_000)]
    [InlineData(300_000, 300_000)]
    [InlineData(300_000, 350_000)]
    public async Task Wrong_bytes_that_a_peer_had_begun_do_not_keep_the_right_ones_away(int length, int announced)
    {
        var bytes = Bytes(300_000, 5);
        var id = Put(bytes);
        var shelf = Shelf("one");
        using (var wrong = new MemoryStream(new byte[length]))
        {
            Assert.NotEqual(BlobReceipt.Stored, await shelf.Store.ReceiveAsync(id, announced + 1, 0, wrong, Stop));
        }

        var bringing = shelf.BringAsync(id, Stop);
        await AdvanceUntilAsync(bringing);

        Assert.True(await bringing);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(shelf.Store.PathOf(id)!, Stop));
    }

    [Fact]
    public async Task An_object_with_other_bytes_than_its_name_says_is_not_believed_and_said_to_be_wrong()
    {
        var id = BlobId.Of(Bytes(1000, 6));
        _server.Objects[$"blobs/{id}"] = new S3Object(Bytes(1000, 7), _clock.GetUtcNow(), Checksum: null);
        var log = new Notes();
        var shelf = Shelf("one", log);

        Assert.False(await shelf.BringAsync(id, Stop));

        Assert.Equal(0, shelf.Store.LengthOf(id));
        Assert.Contains(id.ToString(), Assert.Single(log.Said), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_that_its_bucket_knows_to_be_wrong_is_put_again_by_who_has_the_right_bytes()
    {
        var bytes = Bytes(1000, 6);
        var id = BlobId.Of(bytes);
        var other = Bytes(1000, 7);
        _server.Objects[$"blobs/{id}"] = new S3Object(other, _clock.GetUtcNow(), Convert.ToBase64String(SHA256.HashData(other)));
        var shelf = Shelf("one");
        Assert.Null(await shelf.FindAsync(id, Stop));

        await shelf.Store.PutAsync(bytes, Stop);
        Assert.Equal(1000, await shelf.FindAsync(id, Stop));

        Assert.Equal(bytes, _server.Objects[$"blobs/{id}"].Bytes);
    }

    [Fact]
    public async Task An_object_larger_than_a_blob_may_be_is_not_fetched()
    {
        var id = Put(Bytes(2000, 8));
        var shelf = Shelf("one", limits: new BlobLimits(LargestBlob: 1000));

        Assert.False(await shelf.BringAsync(id, Stop));

        Assert.Equal(0, shelf.Store.Bytes);
    }

    [Fact]
    public async Task Many_who_want_the_same_have_it_fetched_once()
    {
        var id = Put(Bytes(300_000, 9));
        var shelf = Shelf("one");

        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => shelf.BringAsync(id, Stop))), Assert.True);

        Assert.Single(_server.Asked, asked => asked.StartsWith("GET ", StringComparison.Ordinal) && asked.EndsWith(id.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bucket_that_is_away_is_tried_again_and_then_named_and_used_when_it_is_back()
    {
        var shelf = Shelf("one");
        var id = await shelf.Store.PutAsync(Bytes(1000, 10), Stop);
        _server.Asked.Clear();
        _server.IsAway = true;

        var error = await Assert.ThrowsAsync<IOException>(() => shelf.FindAsync(id, Stop));
        var tries = _server.Asked.Count;
        _server.IsAway = false;

        Assert.InRange(tries, 3, 100);
        Assert.StartsWith("the bucket s3://garden/blobs cannot be used: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("AWS_ENDPOINT_URL_S3", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(S3Server.Secret, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(1000, await shelf.FindAsync(id, Stop));
    }

    [Theory]
    [InlineData("s3://meadow/blobs", S3Server.KeyId, "NoSuchBucket")]
    [InlineData("s3://garden/blobs", "SOMEBODYELSE", "InvalidAccessKeyId")]
    public async Task A_bucket_that_cannot_be_used_is_said_so_at_once(string address, string key, string why)
    {
        var error = await Assert.ThrowsAsync<IOException>(() =>
            BlobBucket.OpenAsync(BucketAddress.Parse(address), name => name == "AWS_ACCESS_KEY_ID" ? key : _server.Variable(name), Stop));

        Assert.StartsWith($"the bucket {address} cannot be used: {why}", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(S3Server.Secret, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_old_and_not_kept_goes_and_nothing_else()
    {
        var shelf = Shelf("one");
        var (kept, young) = (Put(Bytes(10, 11)), Put(Bytes(10, 12)));
        foreach (var old in Enumerable.Range(20, 8))
        {
            Put(Bytes(10, old));
        }

        _server.Objects["blobs/notes.txt"] = _server.Objects["elsewhere"] = new S3Object([1], DateTimeOffset.UnixEpoch, Checksum: null);
        _clock.Advance(shelf.KeepsFor + TimeSpan.FromMinutes(1));
        _server.Objects[$"blobs/{young}"] = _server.Objects[$"blobs/{young}"] with { Put = _clock.GetUtcNow() };

        await shelf.TidyAsync(new HashSet<BlobId> { kept }, Stop);

        Assert.Equivalent(new[] { "blobs/notes.txt", "elsewhere", $"blobs/{kept}", $"blobs/{young}" }, _server.Objects.Keys, strict: true);
    }

    [Fact]
    public async Task What_will_soon_be_too_old_is_put_again_when_somebody_counts_on_it()
    {
        var shelf = Shelf("one");
        var id = Put(Bytes(10, 14));
        _clock.Advance(shelf.KeepsFor - TimeSpan.FromHours(1));

        Assert.Equal(10, await shelf.FindAsync(id, Stop));

        Assert.Single(_server.Asked, $"PUT /garden/blobs/{id}");
    }

    [Fact]
    public async Task What_is_kept_here_and_absent_there_is_put_there_when_the_shelf_is_tidied()
    {
        var shelf = Shelf("one");
        var (kept, other) = (await shelf.Store.PutAsync(Bytes(10, 15), Stop), await shelf.Store.PutAsync(Bytes(10, 16), Stop));

        await shelf.TidyAsync(new HashSet<BlobId> { kept, BlobId.Of("nowhere"u8) }, Stop);

        Assert.Equal([$"blobs/{kept}"], _server.Objects.Keys);
        Assert.True(shelf.Store.Contains(other));
    }

    [Theory]
    [InlineData("s3://garden", "s3://garden", "")]
    [InlineData("s3://garden/", "s3://garden", "")]
    [InlineData("s3://my.garden-7/a/b/", "s3://my.garden-7/a/b", "a/b/")]
    public void Addresses_of_buckets_are_read(string text, string shown, string prefix)
    {
        var address = BucketAddress.Parse(text);

        Assert.Equal((shown, prefix), (address.ToString(), address.Prefix));
    }

    [Theory]
    [InlineData("garden")]
    [InlineData("s3://")]
    [InlineData("s3://ab")]
    [InlineData("s3://Garden/blobs")]
    [InlineData("s3://garden/bl obs")]
    [InlineData("s3://key:secret@garden/blobs")]
    [InlineData("http://garden/blobs")]
    public void What_is_no_bucket_is_refused(string text) => Assert.Throws<FormatException>(() => BucketAddress.Parse(text));

    private Task<BlobBucket> OpenAsync() => BlobBucket.OpenAsync(BucketAddress.Parse("s3://garden/blobs"), _server.Variable, Stop);

    private BucketShelf Shelf(string name, ILogger<BucketShelf>? log = null, BlobLimits? limits = null)
    {
        _shelves.Add(new BucketShelf(new BlobStore(_folder.File(name), limits ?? new BlobLimits(), _clock), _bucket, _clock, log ?? NullLogger<BucketShelf>.Instance));
        return _shelves[^1];
    }

    private BlobId Put(byte[] bytes)
    {
        var id = BlobId.Of(bytes);
        _server.Objects[$"blobs/{id}"] = new S3Object(bytes, _clock.GetUtcNow(), Convert.ToBase64String(SHA256.HashData(bytes)));
        return id;
    }

    // Pauses between tries pass at once.
    private async Task AdvanceUntilAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.WhenAny(task, Task.Delay(10, Stop));
        }
    }

    private static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private sealed class Notes : ILogger<BucketShelf>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Add(formatter(state, exception));
    }
}
