using BlockAssist.Net.Blobs;

namespace BlockAssist.Net.Tests.Blobs;

public sealed class BlobStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task What_is_put_is_there_under_the_hash_of_its_bytes()
    {
        var store = Open();

        var id = await store.PutAsync("abc"u8.ToArray(), CancellationToken.None);

        // SHA-256 of "abc", FIPS 180-4.
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", id.ToString());
        Assert.Equal((true, 3, 3), (store.Contains(id), store.LengthOf(id), store.Bytes));
        Assert.Equal("abc", await TextOf(Open(), id));
    }

    [Fact]
    public async Task What_a_file_holds_is_kept_and_is_a_file_again()
    {
        var (bytes, id) = Some(300_000);
        File.WriteAllBytes(_folder.File("model"), bytes);
        var store = Open();

        Assert.Equal((null, id), (store.PathOf(id), await store.PutFileAsync(_folder.File("model"), CancellationToken.None)));

        Assert.Equal(bytes, File.ReadAllBytes(store.PathOf(id)!));
        Assert.Equal(bytes, File.ReadAllBytes(_folder.File("model")));
        await Assert.ThrowsAsync<FileNotFoundException>(() => store.PutFileAsync(_folder.File("none"), CancellationToken.None));
    }

    [Fact]
    public async Task Of_bytes_in_the_midst_of_others_only_they_are_kept()
    {
        var (bytes, _) = Some(1000);
        var store = Open();

        var id = await store.PutAsync(bytes.AsMemory(100, 50), CancellationToken.None);

        Assert.Equal(bytes[100..150], await BytesOf(store, id));
    }

    [Theory]
    [InlineData(500, 0)]
    [InlineData(500, 1)]
    [InlineData(1500, 1)]
    public async Task What_is_put_is_kept_whatever_others_had_begun_under_its_address(int begun, int seed)
    {
        var (bytes, id) = Some(1000);
        var store = Open();
        await Receive(store, id, 2000, 0, Some(begun, seed).Bytes);

        Assert.Equal(id, await store.PutAsync(bytes, CancellationToken.None));

        Assert.Equal(bytes, await BytesOf(store, id));
        Assert.Equal(1000, store.Bytes);
    }

    [Fact]
    public async Task Bytes_that_do_not_begin_where_the_others_end_leave_nothing()
    {
        var (bytes, id) = Some(100);

        Assert.Equal(BlobReceipt.Gap, await Receive(Open(), id, bytes.Length, 1, bytes[1..]));

        Assert.Empty(Directory.EnumerateFiles(_folder.File("begun")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(399_999)]
    public async Task A_blob_that_broke_off_goes_on_where_it_was_in_another_process_too(int first)
    {
        var (bytes, id) = Some(400_000);

        Assert.Equal(BlobReceipt.Begun, await Receive(Open(), id, bytes.Length, 0, bytes[..first]));
        Assert.Equal((false, first), (Open().Contains(id), Open().LengthOf(id)));
        Assert.Equal(BlobReceipt.Gap, await Receive(Open(), id, bytes.Length, first + 1, bytes[first..]));
        Assert.Equal(BlobReceipt.Stored, await Receive(Open(), id, bytes.Length, first, bytes[first..]));

        Assert.Equal(bytes, await BytesOf(Open(), id));
        Assert.Equal(bytes.Length, Open().Bytes);
    }

    [Fact]
    public async Task What_a_broken_connection_brought_is_kept()
    {
        var (bytes, id) = Some(300_000);
        var store = Open();

        await Assert.ThrowsAsync<IOException>(() => store.ReceiveAsync(id, bytes.Length, 0, new BreakingStream(bytes[..200_000]), CancellationToken.None));

        Assert.Equal(200_000, store.LengthOf(id));
        Assert.Equal(BlobReceipt.Stored, await Receive(store, id, bytes.Length, 200_000, bytes[200_000..]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(77_777)]
    [InlineData(199_999)]
    public async Task Bytes_of_another_address_are_forgotten(int at)
    {
        var (bytes, id) = Some(200_000);
        bytes[at] ^= 1;
        var store = Open();

        Assert.Equal(BlobReceipt.WrongBytes, await Receive(store, id, bytes.Length, 0, bytes));

        Assert.Equal((false, 0, 0), (store.Contains(id), store.LengthOf(id), store.Bytes));
    }

    [Fact]
    public async Task More_than_was_announced_is_cut_off()
    {
        var (bytes, id) = Some(200_000);
        var store = Open();

        Assert.Equal(BlobReceipt.TooLarge, await Receive(store, id, bytes.Length - 1, 0, bytes));
        Assert.Equal(0, store.Bytes);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1001)]
    [InlineData(long.MaxValue)]
    public async Task What_is_announced_too_large_is_not_read(long length)
    {
        var (bytes, id) = Some(100);

        Assert.Equal(BlobReceipt.TooLarge, await Receive(Open(new BlobLimits(10_000, 1000)), id, length, 0, bytes));
    }

    [Fact]
    public async Task Room_is_made_by_what_was_not_used_for_longest_and_need_not_be_kept()
    {
        var time = new Clock();
        var ids = new List<BlobId>();
        var store = new BlobStore(_folder.Path, new BlobLimits(5000, 1000), time) { IsKept = id => ids.Count > 0 && id == ids[0] };
        for (var number = 0; number < 5; number++)
        {
            ids.Add(await store.PutAsync(Some(1000, number).Bytes, CancellationToken.None));
            time.Now += TimeSpan.FromMinutes(1);
        }

        await BytesOf(store, ids[1]);
        store.PathOf(ids[2]);
        await store.PutAsync(Some(600, 9).Bytes, CancellationToken.None);

        Assert.Equal([true, true, true, false, true], ids.Select(store.Contains));
        Assert.Equal(4600, store.Bytes);
    }

    [Fact]
    public async Task A_store_that_is_full_of_what_must_be_kept_says_so()
    {
        var store = new BlobStore(_folder.Path, new BlobLimits(1500, 1000), TimeProvider.System) { IsKept = _ => true };
        await store.PutAsync(Some(1000, 1).Bytes, CancellationToken.None);
        var (bytes, id) = Some(1000, 2);

        Assert.Equal(BlobReceipt.NoRoom, await Receive(store, id, bytes.Length, 0, bytes));
        Assert.Equal(1000, store.Bytes);
    }

    [Fact]
    public async Task Two_who_send_the_same_do_not_disturb_each_other()
    {
        var (bytes, id) = Some(100_000);
        var store = Open();
        using var slow = new GatedStream(bytes);
        var first = store.ReceiveAsync(id, bytes.Length, 0, slow, CancellationToken.None);

        Assert.Equal(BlobReceipt.Busy, await Receive(store, id, bytes.Length, 0, bytes));
        slow.Open();
        Assert.Equal(BlobReceipt.Stored, await first);
        Assert.Equal(BlobReceipt.Stored, await Receive(store, id, bytes.Length, 0, []));
    }

    [Fact]
    public async Task What_was_begun_long_ago_is_forgotten()
    {
        var (bytes, id) = Some(1000);
        await Receive(Open(), id, bytes.Length, 0, bytes[..500]);
        File.SetLastWriteTimeUtc(_folder.File($"begun/{id}"), TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));

        Assert.Equal((0, 0), (Open().LengthOf(id), Open().Bytes));
    }

    [Fact]
    public async Task What_was_begun_and_does_not_come_takes_no_room_from_what_does()
    {
        var store = Open(new BlobLimits(2000, 1000));
        foreach (var seed in Enumerable.Range(1, 3))
        {
            var (bytes, id) = Some(500, seed);
            Assert.Equal(BlobReceipt.Begun, await Receive(store, id, bytes.Length, 0, bytes[..490]));
        }

        var (late, coming) = Some(1000, 4);
        using var slow = new GatedStream(late);
        var receiving = store.ReceiveAsync(coming, late.Length, 0, slow, CancellationToken.None);
        var kept = await store.PutAsync(Some(900, 5).Bytes, CancellationToken.None);
        slow.Open();

        Assert.Equal(BlobReceipt.Stored, await receiving);
        Assert.True(store.Contains(kept));
        Assert.Equal(1900, store.Bytes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../etc/passwd")]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    public void What_is_no_address_is_refused(string text)
    {
        Assert.False(BlobId.TryParse(text, out _));
        Assert.Contains("64 of 0-9 and a-f", Assert.Throws<FormatException>(() => BlobId.Parse(text)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private BlobStore Open(BlobLimits? limits = null) => new(_folder.Path, limits ?? new BlobLimits(), TimeProvider.System);

    private static (byte[] Bytes, BlobId Id) Some(int length, int seed = 0)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return (bytes, BlobId.Of(bytes));
    }

    private static Task<BlobReceipt> Receive(BlobStore store, BlobId id, long length, long offset, byte[] bytes) =>
        store.ReceiveAsync(id, length, offset, new MemoryStream(bytes), CancellationToken.None);

    private static async Task<byte[]> BytesOf(BlobStore store, BlobId id)
    {
        await using var stream = store.Open(id)!;
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static async Task<string> TextOf(BlobStore store, BlobId id) => System.Text.Encoding.UTF8.GetString(await BytesOf(store, id));

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class BreakingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == Length ? throw new IOException("the connection broke") : base.ReadAsync(buffer, cancellationToken);
    }

    private sealed class GatedStream(byte[] bytes) : MemoryStream(bytes)
    {
        private readonly TaskCompletionSource _gate = new();

        public void Open() => _gate.SetResult();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _gate.Task;
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }
}
