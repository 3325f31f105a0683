using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;
using BlockAssist.Net.Messages;

namespace BlockAssist.Net.Tests.Links;

/// <summary>What a link does with a hub that behaves badly; with a good one see the tests of the gateway.</summary>
public sealed class SwarmLinkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PeerIdentity _hub = Some.Peer(100);
    private readonly PeerIdentity _ada = Some.Peer(1);
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Microsoft.Extensions.Time.Testing.FakeTimeProvider _clock = Some.Clock();

    public SwarmLinkTests() => _listener.Start();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _listener.Dispose();
        _hub.Dispose();
        _ada.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_hub_that_falls_silent_in_the_midst_of_a_blob_is_not_waited_for_without_an_end()
    {
        var (store, id) = (Store(), BlobId.Of(new byte[1000]));
        using var link = Link();
        var fetching = link.FetchAsync(id, store, Stop);
        await using var hub = await AnswerAsync($"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{new string('\0', 10)}");
        await Eventually.IsSoAsync(() => store.LengthOf(id) >= 10);

        _clock.Advance(TimeSpan.FromMinutes(2));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetching.WaitAsync(TimeSpan.FromSeconds(20), Stop));
        Assert.Equal(10, store.LengthOf(id));
    }

    [Fact]
    public async Task A_hub_that_sends_other_bytes_than_were_asked_for_is_found_out()
    {
        var (store, id) = (Store(), BlobId.Of("right"u8));
        using var link = Link();
        var fetching = link.FetchAsync(id, store, Stop);
        await using var hub = await AnswerAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nwrong");

        Assert.Equal(BlobReceipt.WrongBytes, await fetching);
        Assert.False(store.Contains(id));
    }

    [Theory]
    [InlineData("right", BlobReceipt.Stored)]
    [InlineData("wrong", BlobReceipt.WrongBytes)]
    public async Task A_blob_that_came_whole_before_a_kill_is_looked_at_where_the_hub_has_no_more_of_it(string came, BlobReceipt expected)
    {
        var (store, id) = (Store(), BlobId.Of("right"u8));
        await store.ReceiveAsync(id, 6, 0, new MemoryStream(Encoding.ASCII.GetBytes(came)), Stop);
        using var link = Link();
        var fetching = link.FetchAsync(id, store, Stop);
        await using var hub = await AnswerAsync("HTTP/1.1 416 Range Not Satisfiable\r\nContent-Range: bytes */5\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal(expected, await fetching);
        Assert.Equal((expected == BlobReceipt.Stored, expected == BlobReceipt.Stored ? 5 : 0), (store.Contains(id), store.LengthOf(id)));
    }

    [Fact]
    public async Task An_answer_that_is_none_is_said_to_be_so()
    {
        using var link = Link();
        var asking = link.WelcomeAsync(Stop);
        await using var hub = await AnswerAsync("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nxyz");

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => asking);

        Assert.Equal("the hub's answer about the swarm cannot be read; is it of another version?", error.Message);
    }

    [Fact]
    public async Task A_hub_that_says_too_much_is_not_listened_to()
    {
        using var link = Link();
        var hearing = link.HearAsync(1, 0, TimeSpan.Zero, Stop);
        await using var hub = await AnswerAsync("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n");

        await Assert.ThrowsAsync<HttpRequestException>(() => hearing);
    }

    private BlobStore Store() => new(_folder.Path, new BlobLimits(), TimeProvider.System);

    private SwarmLink Link() => new(
        new SwarmAddress("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port, _hub.Id),
        _ada,
        new EnvelopeWriter(_ada, Some.Garden, MessageKinds.FromPeers, _clock),
        _clock);

    // Lets the link in and answers its first request.
    private async Task<SslStream> AnswerAsync(string answer)
    {
        var stream = new SslStream(new NetworkStream(await _listener.AcceptSocketAsync(Stop), ownsSocket: true));
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = PeerCertificate.Create(_hub, _clock) }, Stop);
        await stream.ReadAtLeastAsync(new byte[4096], 1, cancellationToken: Stop);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), Stop);
        return stream;
    }
}
