using System.Buffers;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace BlockAssist.Net.Gateway;

/// <summary><c>GET /swarm</c>, <c>POST /envelope</c>, <c>GET /heard</c>, <c>GET /record</c>: what peers say and hear.</summary>
/// <param name="hub">Who they speak with.</param>
/// <param name="gate">Lets envelopes in.</param>
/// <param name="news">Tells when there is something new.</param>
/// <param name="options">How the gateway lets peers in.</param>
/// <param name="clock">What time it is.</param>
internal sealed class RoundEndpoints(ISwarmHub hub, EnvelopeGate gate, HubNews news, GatewayOptions options, TimeProvider clock)
{
    private const string Bytes = "application/octet-stream";

    private readonly GatewayMeter _meter = options.Meter;

    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/swarm", WelcomeAsync);
        routes.MapPost("/envelope", (Delegate)TellAsync);
        routes.MapGet("/heard", HearAsync);
        routes.MapGet("/record/{round}", RecordAsync);
    }

    private async Task<IResult> WelcomeAsync()
    {
        var welcome = Welcome.Read(await hub.WelcomeAsync()) ?? throw new InvalidDataException("the hub's welcome cannot be read");
        return Results.Bytes((welcome with { Network = options.Network.ToString() }).ToBytes(), Bytes);
    }

    private async Task<IResult> TellAsync(HttpContext context)
    {
        var peer = ConnectedPeer.Of(context)!;
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = MessageKinds.FromPeers.MostBytes;
        if (await ReadAsync(context.Request, MessageKinds.FromPeers.MostBytes) is not { } bytes)
        {
            _meter.Refuse(GatewayRefusal.TooLarge);
            context.Response.Headers.Connection = "close";
            return Results.Text($"more than {MessageKinds.FromPeers.MostBytes} bytes", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        _meter.TakeMessage(bytes.Length);

        // Before the gate: nobody else may make it remember that a peer has spoken.
        if (SenderOf(bytes) is { } sender && sender != peer.Peer)
        {
            _meter.Refuse(GatewayRefusal.NotItsOwn);
            return Refused(context, peer, isForgery: true, "the envelope is somebody else's");
        }

        if (!gate.TryTake(bytes, out _, out var refusal))
        {
            _meter.Refuse(refusal.Reason);
            return Refused(context, peer, refusal.Reason is RefusalReason.BadSignature or RefusalReason.NotAnEnvelope, refusal.ToString());
        }

        var word = await hub.TellAsync(bytes);
        _meter.Tell(word);
        return Results.Text(word, statusCode: word == Answer.Taken.Word ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private IResult Refused(HttpContext context, ConnectedPeer peer, bool isForgery, string why)
    {
        if (isForgery && peer.NoteForgery() >= options.MostForgeries)
        {
            context.Abort();
        }

        return Results.Text(why, statusCode: StatusCodes.Status400BadRequest);
    }

    private async Task<IResult> HearAsync(HttpContext context, ulong round, int after, int wait)
    {
        var key = new byte[PeerId.Bytes];
        ConnectedPeer.Of(context)!.Peer.CopyTo(key);
        var until = TimeSpan.FromSeconds(Math.Clamp(wait, 0, options.LongestWait.TotalSeconds));
        var began = clock.GetTimestamp();
        using var listener = news.Listen(ConnectedPeer.Of(context)!.Peer);
        _meter.BeginHearing();
        try
        {
            var heard = await hub.HearAsync(key, round, Math.Max(0, after));
            var said = Heard.Read(heard);
            while (said is { Envelopes.Count: 0 } && until - clock.GetElapsedTime(began) is { Ticks: > 0 } left)
            {
                await listener.WaitAsync(left, context.RequestAborted);
                heard = await hub.HearAsync(key, round, Math.Max(0, after));
                said = Heard.Read(heard);
            }

            _meter.GiveMessages(said?.Envelopes.Count ?? 0, heard.Length);
            return Results.Bytes(heard, Bytes);
        }
        finally
        {
            _meter.EndHearing();
        }
    }

    private async Task<IResult> RecordAsync(ulong round) =>
        await hub.RecordAsync(round) is { } record ? Results.Bytes(record, Bytes) : Results.NotFound();

    private static PeerId? SenderOf(ReadOnlySpan<byte> envelope) => EnvelopeParts.Find(envelope, out var parts) is null ? parts.Sender : null;

    private static async Task<byte[]?> ReadAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(most + 1);
        try
        {
            var read = await request.Body.ReadAtLeastAsync(buffer.AsMemory(0, most + 1), most + 1, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
            return read > most ? null : buffer[..read];
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
