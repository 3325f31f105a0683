using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Gateway;
using BlockAssist.Net.Links;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Tests.Gateway;

/// <summary>Who comes in, and what is made of what they say.</summary>
public sealed class GatewayTests(GatewayTests.OpenHub hub) : IClassFixture<GatewayTests.OpenHub>
{
    private const byte Ada = 1;
    private const byte Mallory = 2;
    private const byte Banned = 3;
    private const byte Bob = 4;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_comes_with_its_key_is_told_where_the_swarm_is()
    {
        using var link = hub.Link(Ada);

        var welcome = await link.WelcomeAsync(Stop);

        Assert.Equal(("garden", Net.Tests.Hub.PlayedSwarm.Genesis.Base), (welcome.Network, welcome.Base));
    }

    [Fact]
    public async Task Who_has_no_certificate_does_not_come_in()
    {
        using var client = hub.Client(certificate: null);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync(new Uri("swarm", UriKind.Relative), Stop));
    }

    [Fact]
    public async Task Who_has_a_certificate_that_is_nobodys_does_not_come_in()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=blockassist", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        using var client = hub.Client(certificate);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.GetAsync(new Uri("swarm", UriKind.Relative), Stop));
    }

    [Fact]
    public async Task A_link_speaks_with_no_hub_but_the_one_that_was_named()
    {
        using var link = hub.Link(Ada, hub.Address with { Hub = hub.Peer(Mallory).Id });

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => link.WelcomeAsync(Stop));

        Assert.IsType<AuthenticationException>(error.InnerException);
    }

    [Fact]
    public async Task Who_is_banned_is_told_so_and_nothing_else()
    {
        using var client = hub.Client(Banned);

        using var response = await client.GetAsync(new Uri("swarm", UriKind.Relative), Stop);

        Assert.Equal((HttpStatusCode.Forbidden, "this peer is not admitted"), (response.StatusCode, await response.Content.ReadAsStringAsync(Stop)));
    }

    [Fact]
    public async Task An_envelope_is_taken_from_its_sender_alone_and_is_still_new_when_that_one_sends_it()
    {
        var envelope = hub.Writer(Bob).Write(MessageKinds.AskLease, 99, PeerMessages.AskLease(1).Body.Span);
        using var mallory = hub.Client(Mallory);
        using var bob = hub.Client(Bob);

        Assert.Equal((HttpStatusCode.BadRequest, "the envelope is somebody else's"), await PostAsync(mallory, envelope));
        Assert.Equal((HttpStatusCode.Conflict, "OtherRound"), await PostAsync(bob, envelope));
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(bob, envelope)).Status);
    }

    [Fact]
    public async Task Who_sends_what_cannot_be_its_own_loses_the_connection_after_a_few()
    {
        var connections = 0;
        using var certificate = PeerCertificate.Create(hub.Peer(Mallory), TimeProvider.System);
        using var client = hub.Client(certificate, () => connections++);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(client, new byte[100])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(client, new byte[100])).Status);
        Assert.Equal(1, connections);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => PostAsync(client, new byte[100]));

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(client, new byte[100])).Status);
        Assert.Equal(2, connections);
    }

    [Fact]
    public async Task An_envelope_that_is_announced_too_large_is_refused_before_it_comes()
    {
        await using var stream = await hub.ConnectAsync(Mallory);
        await stream.WriteAsync("POST /envelope HTTP/1.1\r\nHost: hub\r\nContent-Length: 200000000\r\n\r\n"u8.ToArray(), Stop);

        var answer = await ReadToEndAsync(stream);

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_envelope_that_turns_out_too_large_is_refused()
    {
        await using var stream = await hub.ConnectAsync(Mallory);
        var chunk = new byte[MessageKinds.FromPeers.MostBytes + 1];
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /envelope HTTP/1.1\r\nHost: hub\r\nTransfer-Encoding: chunked\r\n\r\n{chunk.Length:X}\r\n"), Stop);
        await stream.WriteAsync(chunk, Stop);

        Assert.StartsWith("HTTP/1.1 413 ", await ReadToEndAsync(stream), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_requests_go_over_one_connection()
    {
        var connections = 0;
        using var certificate = PeerCertificate.Create(hub.Peer(Ada), TimeProvider.System);
        using var client = hub.Client(certificate, () => connections++);
        for (var i = 0; i < 5; i++)
        {
            using var response = await client.GetAsync(new Uri("swarm", UriKind.Relative), Stop);
            Assert.Equal((HttpStatusCode.OK, HttpVersion.Version11), (response.StatusCode, response.Version));
        }

        Assert.Equal(1, connections);
    }

    [Fact]
    public async Task Who_listens_hears_at_once_what_is_said()
    {
        using var link = hub.Link(Ada);
        var round = (await link.WelcomeAsync(Stop)).Round;
        await link.TellAsync(round, PeerMessages.AskLease(1), Stop);
        var next = (await link.HearAsync(round, 0, TimeSpan.Zero, Stop)).Next;

        var hearing = link.HearAsync(round, next, TimeSpan.FromSeconds(60), Stop);
        Assert.False(hearing.IsCompleted);
        Assert.Equal("Taken", (await link.TellAsync(round, PeerMessages.AskLease(1), Stop)).Word);

        var envelope = Assert.Single((await hearing.WaitAsync(TimeSpan.FromSeconds(20), Stop)).Envelopes);
        var gate = new EnvelopeGate(new EnvelopeGateOptions { Network = Some.Garden, Limits = MessageKinds.FromHub }, _ => SenderStanding.Admitted, TimeProvider.System);
        var said = gate.Takes(envelope.ToArray());
        Assert.IsType<GrantLease>(HubMessages.Read(said.Kind, hub.Peer(Ada).Id, said.Body.Span));
    }

    [Fact]
    public async Task Who_listens_while_nothing_is_said_is_answered_at_the_end()
    {
        using var link = hub.Link(Ada);
        var began = TimeProvider.System.GetTimestamp();

        var heard = await link.HearAsync(round: 1000, after: 0, TimeSpan.FromSeconds(1), Stop);

        Assert.Empty(heard.Envelopes);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("heard")]
    [InlineData("heard?round=-1&after=0&wait=0")]
    [InlineData("heard?round=1&after=99999999999&wait=0")]
    [InlineData("heard?round=x&after=0&wait=0")]
    public async Task Who_asks_nonsense_is_told_so(string path)
    {
        using var client = hub.Client(Ada);

        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static async Task<(HttpStatusCode Status, string Text)> PostAsync(HttpClient client, byte[] envelope)
    {
        using var content = new ByteArrayContent(envelope);
        using var response = await client.PostAsync(new Uri("envelope", UriKind.Relative), content, Stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Stop));
    }

    private static async Task<string> ReadToEndAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return await reader.ReadToEndAsync(Stop).WaitAsync(TimeSpan.FromSeconds(20), Stop);
    }

    /// <summary>Ends connections after three forgeries.</summary>
    public sealed class OpenHub : RunningHub
    {
        protected override GatewayOptions Options(GatewayOptions usual)
        {
            var banned = Peer(Banned).Id;
            return usual with
            {
                MostForgeries = 3,
                RequestsInTenSeconds = 10_000,
                Standing = peer => peer == banned ? SenderStanding.Banned : SenderStanding.Admitted,
            };
        }
    }
}
