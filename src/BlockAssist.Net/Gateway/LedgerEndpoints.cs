using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BlockAssist.Net.Gateway;

/// <summary><c>/ledger</c>: GET which it is, POST a question to it; <c>GET /ledger/settlements/ROUND</c>: what a round on it credits.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="allowance">How much it is told: what is on a ledger stays there.</param>
/// <param name="meter">Counts who is refused.</param>
internal sealed class LedgerEndpoints(IHubLedger ledger, UploadAllowance allowance, GatewayMeter meter)
{
    /// <summary>Adds them.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ledger", () => ledger.Place is { } place ? Results.Text(place) : Unusable());
        routes.MapPost("/ledger", AskAsync);
        routes.MapGet("/ledger/settlements/{round}", (uint round) => ledger.Settlement(round) is { } file ? Results.Bytes(file, "application/json") : Results.NotFound());
    }

    private async Task<IResult> AskAsync(HttpRequest request)
    {
        if (request.ContentLength is not (> 0 and var length) || length > ledger.MostBytes)
        {
            return Results.Text($"expected a length of 1 to {ledger.MostBytes} bytes", statusCode: StatusCodes.Status413PayloadTooLarge);
        }

        if (!allowance.TryTake(ConnectedPeer.Of(request.HttpContext)!.Peer, length))
        {
            meter.Refuse(GatewayRefusal.UploadAllowance);
            return Results.Text("the ledger has been asked as much as it may be in an hour; try again in the next one", statusCode: StatusCodes.Status429TooManyRequests);
        }

        var body = new byte[(int)length];
        await request.Body.ReadExactlyAsync(body, request.HttpContext.RequestAborted);
        return await ledger.AnswerAsync(body, request.HttpContext.RequestAborted) is { } answer ? Results.Bytes(answer, "application/json") : Unusable();
    }

    private static IResult Unusable() => Results.Text("the hub's ledger cannot be used now; try again later", statusCode: StatusCodes.Status503ServiceUnavailable);
}
