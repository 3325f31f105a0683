using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Text;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gateway;

namespace BlockAssist.Net.Tests.Gateway;

/// <summary>Who is slow is cut off, so that connections and blobs are there for others.</summary>
public sealed class SlowPeerTests(SlowPeerTests.OpenHub hub) : IClassFixture<SlowPeerTests.OpenHub>
{
    private static readonly TimeSpan Nap = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task Who_is_slow_in_any_way_is_cut_off() => Task.WhenAll(NeverEndsTheHead(), SendsTooSlowly(), DoesNotTakeWhatItAskedFor());

    private async Task NeverEndsTheHead()
    {
        await using var stream = await hub.ConnectAsync(1);
        await stream.WriteAsync("GET /swarm HTTP/1.1\r\nHost: hub\r\nX-Slow: "u8.ToArray(), Stop);

        await IsCutOffAsync(stream);
    }

    // The blob is not held by it then.
    private async Task SendsTooSlowly()
    {
        var bytes = Encoding.ASCII.GetBytes("slowly but surely");
        var id = BlobId.Of(bytes);
        await using var stream = await hub.ConnectAsync(2);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"PUT /blob/{id} HTTP/1.1\r\nHost: hub\r\nContent-Length: {bytes.Length}\r\n\r\n{(char)bytes[0]}"), Stop);

        await IsCutOffAsync(stream);

        using var client = hub.Client(3);
        using var content = new ByteArrayContent(bytes[1..]);
        content.Headers.ContentRange = new ContentRangeHeaderValue(1, bytes.Length - 1, bytes.Length);
        using var response = await client.PutAsync(new Uri($"blob/{id}", UriKind.Relative), content, Stop);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    private async Task DoesNotTakeWhatItAskedFor()
    {
        var bytes = new byte[32 << 20];
        var id = await hub.Blobs.PutAsync(bytes, Stop);
        await using var stream = await hub.ConnectAsync(4);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET /blob/{id} HTTP/1.1\r\nHost: hub\r\n\r\n"), Stop);
        await stream.ReadExactlyAsync(new byte[1000], Stop);

        await Task.Delay(Nap, Stop);

        Assert.InRange(await IsCutOffAsync(stream), 0, bytes.Length - 1000);
    }

    // How many bytes come before the connection ends.
    private static async Task<long> IsCutOffAsync(SslStream stream)
    {
        var (buffer, all) = (new byte[1 << 16], 0L);
        try
        {
            while (await stream.ReadAsync(buffer, Stop).AsTask().WaitAsync(Most, Stop) is > 0 and var read)
            {
                all += read;
            }
        }
        catch (IOException)
        {
            return all;
        }

        return all;
    }

    /// <summary>Is impatient.</summary>
    public sealed class OpenHub : RunningHub
    {
        protected override GatewayOptions Options(GatewayOptions usual) => usual with { Grace = TimeSpan.FromSeconds(1.5), SlowestBytesASecond = 8 << 20 };
    }
}
