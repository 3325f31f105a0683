using BlockAssist.Net.Hub;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BlockAssist.Net.Gateway;

/// <summary><c>POST /work/…</c>: the hub's own work, for workers whom it has admitted and for nobody else.</summary>
/// <param name="hub">The hub.</param>
/// <param name="options">Who is a worker.</param>
internal sealed class WorkEndpoints(IHubWork hub, GatewayOptions options)
{
    private const int MostBytes = 4 << 20;

    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        var work = routes.MapGroup("/work").AddEndpointFilter(async (context, next) =>
            options.IsWorker(ConnectedPeer.Of(context.HttpContext)!.Peer) ? await next(context) : Results.Text("this peer is no worker of the hub", statusCode: StatusCodes.Status403Forbidden));
        work.MapPost("/lease", LeaseAsync);
        work.MapPost("/beat/{token}", async (string token, CancellationToken cancellation) => Word(await hub.BeatWorkAsync(token, cancellation)));
        work.MapPost("/finish/{token}/{kind}", FinishAsync);
    }

    private async Task<IResult> LeaseAsync(CancellationToken cancellation) =>
        await hub.LeaseWorkAsync(cancellation) is { } work ? Results.Bytes(work, "application/octet-stream") : Results.NoContent();

    private async Task<IResult> FinishAsync(string token, uint kind, HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength is not (>= 0 and <= MostBytes))
        {
            return Results.Text($"expected a length of at most {MostBytes} bytes", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        var body = new byte[(int)request.ContentLength];
        await request.Body.ReadExactlyAsync(body, cancellation);
        return Word(await hub.FinishWorkAsync(token, kind, body, cancellation));
    }

    private static IResult Word(bool counts) => Results.StatusCode(counts ? StatusCodes.Status204NoContent : StatusCodes.Status410Gone);
}
