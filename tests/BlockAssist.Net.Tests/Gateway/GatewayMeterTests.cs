using System.Net;
using System.Net.Http.Headers;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Gateway;
using BlockAssist.Net.Messages;

namespace BlockAssist.Net.Tests.Gateway;

/// <summary>What a gateway counts of what goes through it.</summary>
public sealed class GatewayMeterTests(GatewayMeterTests.OpenHub hub) : IClassFixture<GatewayMeterTests.OpenHub>
{
    private const byte Banned = 3;

    private readonly GatewayMeter _meter = hub.Meter;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connections_are_counted_while_they_are_there_and_who_proves_no_key_apart()
    {
        await Eventually.IsSoAsync(() => _meter.Connections == 0);
        var (connected, handshakes) = (_meter.Connected, _meter.Handshakes);
        using (var stranger = hub.Client(certificate: null))
        {
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => stranger.GetAsync(new Uri("swarm", UriKind.Relative), Stop));
        }

        await using (await hub.ConnectAsync(1))
        {
            await Eventually.IsSoAsync(() => _meter is { Connections: 1 } && _meter.Handshakes == handshakes + 1);
        }

        await Eventually.IsSoAsync(() => _meter.Connections == 0);
        Assert.True(_meter.Connected >= connected + 2);
        Assert.Equal(handshakes + 1, _meter.Handshakes);
    }

    [Fact]
    public async Task Envelopes_are_counted_with_what_was_made_of_them()
    {
        using var bob = hub.Client(4);
        using var mallory = hub.Client(5);
        var envelope = hub.Writer(4).Write(MessageKinds.AskLease, 99, PeerMessages.AskLease(1).Body.Span);
        var forged = hub.Writer(4).Write(MessageKinds.AskLease, 99, PeerMessages.AskLease(1).Body.Span);
        forged[^1] ^= 1;
        var before = (_meter.Messages, _meter.MessageBytes, _meter.Requests);

        await PostAsync(mallory, envelope);
        await PostAsync(bob, forged);
        await PostAsync(bob, envelope);
        await PostAsync(bob, envelope);
        await PostAsync(bob, new byte[50]);

        Assert.Equal(5, _meter.Messages.In - before.Messages.In);
        Assert.Equal((4 * envelope.Length) + 50, _meter.MessageBytes.In - before.MessageBytes.In);
        Assert.Equal(5, _meter.Requests - before.Requests);
        Assert.Equal(1, Refused(nameof(GatewayRefusal.NotItsOwn)));
        Assert.Equal(1, Refused(nameof(RefusalReason.BadSignature)));
        Assert.Equal(1, Refused(nameof(RefusalReason.Replayed)));
        Assert.Equal(1, Refused(nameof(RefusalReason.NotAnEnvelope)));
        Assert.Equal(1, _meter.Answers.Single(one => one.Answer == "OtherRound").Count);
    }

    [Fact]
    public async Task What_is_handed_out_is_counted_and_who_waits_for_it_while_it_does()
    {
        using var link = hub.Link(6);
        var round = (await link.WelcomeAsync(Stop)).Round;
        await link.TellAsync(round, PeerMessages.AskLease(1), Stop);
        var before = (_meter.Messages, _meter.MessageBytes);

        var heard = await link.HearAsync(round, 0, TimeSpan.Zero, Stop);

        Assert.NotEmpty(heard.Envelopes);
        Assert.Equal(heard.Envelopes.Count, _meter.Messages.Out - before.Messages.Out);
        Assert.True(_meter.MessageBytes.Out - before.MessageBytes.Out >= heard.Envelopes.Sum(one => one.Length));
        Assert.True(_meter.Answers.Single(one => one.Answer == "Taken").Count >= 1);

        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var hearing = link.HearAsync(round, heard.Next, TimeSpan.FromMinutes(5), end.Token);
        await Eventually.IsSoAsync(() => _meter.Hearing == 1);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hearing);
        await Eventually.IsSoAsync(() => _meter.Hearing == 0);
    }

    [Fact]
    public async Task Of_blobs_the_bytes_are_counted_that_really_go_over_the_line()
    {
        var bytes = Enumerable.Range(0, 100_000).Select(at => (byte)(at * 31)).ToArray();
        using var client = hub.Client(7);
        var before = _meter.BlobBytes;

        using (var put = await client.PutAsync(new Uri($"blob/{BlobId.Of(bytes)}", UriKind.Relative), new ByteArrayContent(bytes), Stop))
        {
            Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"blob/{BlobId.Of(bytes)}", UriKind.Relative)) { Headers = { Range = new RangeHeaderValue(100, 1099) } };
        using var part = await client.SendAsync(request, Stop);
        Assert.Equal(bytes[100..1100], await part.Content.ReadAsByteArrayAsync(Stop));
        using var wrong = await client.PutAsync(new Uri($"blob/{BlobId.Of("else"u8)}", UriKind.Relative), new ByteArrayContent(bytes[..500]), Stop);

        Assert.Equal((100_500, 1000), (_meter.BlobBytes.In - before.In, _meter.BlobBytes.Out - before.Out));
        Assert.Equal(1, Refused(nameof(GatewayRefusal.BlobWrong)));
    }

    [Fact]
    public async Task Who_may_not_is_too_large_or_asks_too_often_is_counted()
    {
        using (var banned = hub.Client(Banned))
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await banned.GetAsync(new Uri("swarm", UriKind.Relative), Stop)).StatusCode);
        }

        using var client = hub.Client(8);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(client, new byte[MessageKinds.FromPeers.MostBytes + 1]));
        using (var put = await client.PutAsync(new Uri($"blob/{BlobId.Of("large"u8)}", UriKind.Relative), new ByteArrayContent(new byte[OpenHub.UploadBytes + 1]), Stop))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, put.StatusCode);
        }

        Assert.Equal(0, Refused(nameof(GatewayRefusal.RateLimit)));
        using var other = hub.Client(9);
        var refused = 0;
        for (var request = 0; request < 4 * OpenHub.Requests && refused == 0; request++)
        {
            refused += (await other.GetAsync(new Uri("swarm", UriKind.Relative), Stop)).StatusCode == HttpStatusCode.TooManyRequests ? 1 : 0;
        }

        Assert.Equal(1, refused);
        Assert.Equal((1, 1, 1, 1), (Refused(nameof(GatewayRefusal.NotAdmitted)), Refused(nameof(GatewayRefusal.TooLarge)), Refused(nameof(GatewayRefusal.UploadAllowance)), Refused(nameof(GatewayRefusal.RateLimit))));
    }

    [Fact]
    public void To_count_sets_no_memory_aside()
    {
        var meter = new GatewayMeter();
        Count(meter);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 1000; round++)
        {
            Count(meter);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(1001, meter.Messages.In);

        static void Count(GatewayMeter meter)
        {
            meter.Ask();
            meter.TakeMessage(10);
            meter.GiveMessages(2, 20);
            meter.GiveBlob(5);
            meter.Refuse(GatewayRefusal.RateLimit);
            meter.Refuse(RefusalReason.BadSignature);
            meter.Tell("Taken");
            meter.Tell("no word of the hub");
        }
    }

    private long Refused(string reason) => _meter.Refusals.Single(one => one.Reason == reason).Count;

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, byte[] envelope)
    {
        using var content = new ByteArrayContent(envelope);
        using var response = await client.PostAsync(new Uri("envelope", UriKind.Relative), content, Stop);
        return response.StatusCode;
    }

    /// <summary>Counts, and is quick to refuse.</summary>
    public sealed class OpenHub : RunningHub
    {
        public const int Requests = 200;
        public const int UploadBytes = 1 << 20;

        public GatewayMeter Meter { get; } = new();

        protected override GatewayOptions Options(GatewayOptions usual)
        {
            var banned = Peer(Banned).Id;
            return usual with
            {
                Meter = Meter,
                RequestsInTenSeconds = Requests,
                UploadBytesAnHour = UploadBytes,
                Standing = peer => peer == banned ? SenderStanding.Banned : SenderStanding.Admitted,
            };
        }
    }
}
