using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gateway;

namespace BlockAssist.Net.Tests.Gateway;

/// <summary>Blobs over the wire; some peers send too much, or too many requests.</summary>
public sealed class BlobEndpointsTests(BlobEndpointsTests.OpenHub hub) : IClassFixture<BlobEndpointsTests.OpenHub>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_blob_is_sent_whole_and_fetched_whole()
    {
        using var link = hub.Link(1);
        var (mine, theirs) = (hub.Store("mine-1"), hub.Store("theirs-1"));
        var id = await mine.PutAsync(Bytes(300_000, seed: 1), Stop);

        await link.SendAsync(id, mine, Stop);
        Assert.True(hub.Blobs.Contains(id));
        await link.SendAsync(id, mine, Stop);

        Assert.Equal(BlobReceipt.Stored, await link.FetchAsync(id, theirs, Stop));
        Assert.True(theirs.Contains(id));
    }

    [Fact]
    public async Task What_broke_off_is_gone_on_with_in_both_directions()
    {
        using var link = hub.Link(2);
        var (mine, theirs) = (hub.Store("mine-2"), hub.Store("theirs-2"));
        var bytes = Bytes(300_000, seed: 2);
        var id = await mine.PutAsync(bytes, Stop);
        await ReceiveAsync(hub.Blobs, id, bytes, 100_000);
        await ReceiveAsync(theirs, id, bytes, 200_000);
        using (var client = hub.Client(2))
        using (var head = await HeadAsync(client, id))
        {
            Assert.Equal((HttpStatusCode.NotFound, "100000"), (head.StatusCode, head.Headers.GetValues("Blob-Begun").Single()));
        }

        await link.SendAsync(id, mine, Stop);
        Assert.True(hub.Blobs.Contains(id));

        Assert.Equal(BlobReceipt.Stored, await link.FetchAsync(id, theirs, Stop));
        Assert.True(theirs.Contains(id));
    }

    [Fact]
    public async Task What_is_there_is_got_in_parts_and_its_length_is_told()
    {
        var bytes = Bytes(1000, seed: 3);
        var id = await hub.Blobs.PutAsync(bytes, Stop);
        using var client = hub.Client(3);

        using (var head = await HeadAsync(client, id))
        {
            Assert.Equal((HttpStatusCode.OK, 1000), (head.StatusCode, head.Content.Headers.ContentLength));
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, PathOf(id)) { Headers = { Range = new RangeHeaderValue(100, 149) } };
        using var part = await client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(bytes[100..150], await part.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task What_is_not_there_is_said_not_to_be()
    {
        using var client = hub.Client(3);
        var id = BlobId.Of("nothing"u8);

        using var get = await client.GetAsync(PathOf(id), Stop);
        using var head = await HeadAsync(client, id);
        using var odd = await client.GetAsync(new Uri("blob/..%2F..%2Fhub.db", UriKind.Relative), Stop);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (get.StatusCode, head.StatusCode, odd.StatusCode));
        Assert.Equal("0", head.Headers.GetValues("Blob-Begun").Single());
    }

    [Fact]
    public async Task Bytes_under_another_address_are_refused_and_forgotten()
    {
        using var client = hub.Client(4);
        var id = BlobId.Of("right"u8);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "WrongBytes"), await PutAsync(client, id, "wrong"u8.ToArray()));
        Assert.Equal(0, hub.Blobs.LengthOf(id));
        Assert.Equal((HttpStatusCode.Created, "Stored"), await PutAsync(client, id, "right"u8.ToArray()));
    }

    [Fact]
    public async Task A_blob_that_is_announced_too_large_is_refused_before_it_comes()
    {
        await using var stream = await hub.ConnectAsync(5);
        var length = RunningHub.BlobLimits.LargestBlob + 1;
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"PUT /blob/{BlobId.Of("large"u8)} HTTP/1.1\r\nHost: hub\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n"), Stop);
        var answer = new byte[12];
        await stream.ReadExactlyAsync(answer, Stop);

        Assert.Equal("HTTP/1.1 413", Encoding.ASCII.GetString(answer));
    }

    [Fact]
    public async Task What_does_not_begin_where_the_rest_ends_is_refused()
    {
        using var client = hub.Client(6);
        var bytes = Bytes(1000, seed: 6);

        var answer = await PutAsync(client, BlobId.Of(bytes), bytes[500..], new ContentRangeHeaderValue(500, 999, 1000));

        Assert.Equal((HttpStatusCode.RequestedRangeNotSatisfiable, "Gap"), answer);
    }

    [Fact]
    public async Task What_a_client_sent_before_it_broke_off_is_kept_and_nothing_is_held_by_it()
    {
        var bytes = Bytes(100_000, seed: 7);
        var id = BlobId.Of(bytes);
        await using (var stream = await hub.ConnectAsync(7))
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"PUT /blob/{id} HTTP/1.1\r\nHost: hub\r\nContent-Length: {bytes.Length}\r\n\r\n"), Stop);
            await stream.WriteAsync(bytes.AsMemory(0, 60_000), Stop);
            await Eventually.IsSoAsync(() => hub.Blobs.LengthOf(id) == 60_000);
        }

        // As soon as the hub has noticed.
        using var link = hub.Link(8);
        var mine = hub.Store("mine-8");
        await mine.PutAsync(bytes, Stop);
        await Eventually.IsSoAsync(async () =>
        {
            try
            {
                await link.SendAsync(id, mine, Stop);
                return true;
            }
            catch (HttpRequestException error) when (error.StatusCode == HttpStatusCode.Conflict)
            {
                return false;
            }
        });
        Assert.True(hub.Blobs.Contains(id));
    }

    [Fact]
    public async Task Who_has_sent_as_much_as_it_may_in_an_hour_is_told_so_and_others_may_still_send()
    {
        using var greedy = hub.Client(9);
        using var modest = hub.Client(10);
        var (first, second) = (Bytes(1_500_000, seed: 9), Bytes(1_500_000, seed: 10));
        Assert.Equal(HttpStatusCode.Created, (await PutAsync(greedy, BlobId.Of(first), first)).Status);
        Assert.Equal(HttpStatusCode.Created, (await PutAsync(greedy, BlobId.Of(first), first)).Status);

        var (status, text) = await PutAsync(greedy, BlobId.Of(second), second);

        Assert.Equal((HttpStatusCode.TooManyRequests, "this peer has sent as much as it may in an hour; try again in the next one"), (status, text));
        Assert.Equal(HttpStatusCode.Created, (await PutAsync(modest, BlobId.Of(second), second)).Status);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_so_and_others_may_still_ask()
    {
        using var greedy = hub.Client(11);
        using var modest = hub.Client(12);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < OpenHub.Requests + 100 && !answers.Contains(HttpStatusCode.TooManyRequests); i++)
        {
            using var response = await greedy.GetAsync(new Uri("blob/x", UriKind.Relative), Stop);
            answers.Add(response.StatusCode);
        }

        Assert.InRange(answers.Count(answer => answer == HttpStatusCode.NotFound), OpenHub.Requests, OpenHub.Requests + 99);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        using var other = await modest.GetAsync(new Uri("blob/x", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    private static byte[] Bytes(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static Uri PathOf(BlobId id) => new($"blob/{id}", UriKind.Relative);

    private static async Task ReceiveAsync(BlobStore store, BlobId id, byte[] bytes, int count)
    {
        using var source = new MemoryStream(bytes, 0, count);
        Assert.Equal(BlobReceipt.Begun, await store.ReceiveAsync(id, bytes.Length, 0, source, Stop));
    }

    private static async Task<HttpResponseMessage> HeadAsync(HttpClient client, BlobId id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, PathOf(id));
        return await client.SendAsync(request, Stop);
    }

    private static async Task<(HttpStatusCode Status, string Text)> PutAsync(HttpClient client, BlobId id, byte[] bytes, ContentRangeHeaderValue? range = null)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentRange = range;
        using var response = await client.PutAsync(PathOf(id), content, Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }

    /// <summary>Takes few requests, and two million bytes an hour of each peer.</summary>
    public sealed class OpenHub : RunningHub
    {
        public const int Requests = 60;

        protected override GatewayOptions Options(GatewayOptions usual) => usual with { RequestsInTenSeconds = Requests, UploadBytesAnHour = 2_000_000 };
    }
}
