using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BlockAssist.Net.Gateway;

/// <summary>What a gateway does when the hub cannot answer now, since a silo died or what it keeps is away: peers are told to try again, the operator why.</summary>
/// <param name="log">Where the operator reads.</param>
/// <param name="clock">What time it is.</param>
/// <param name="options">What counts it.</param>
internal sealed partial class HubTrouble(ILogger<HubTrouble> log, TimeProvider clock, GatewayOptions options)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private DateTimeOffset _said = DateTimeOffset.MinValue;

    /// <summary>Answers a request, or says that it cannot be answered now.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception error) when (IsPassing(error) && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Say(error);
            options.Meter.Refuse(GatewayRefusal.HubAway);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsync("the hub cannot answer now; try again later", context.RequestAborted);
        }
    }

    /// <summary>Tells the operator, at most once a minute.</summary>
    public void Say(Exception error)
    {
        lock (_lock)
        {
            if (clock.GetUtcNow() - _said < Quiet)
            {
                return;
            }

            _said = clock.GetUtcNow();
        }

        CannotAnswer(log, error.Message);
    }

    private static bool IsPassing(Exception error) =>
        error is (IOException or TimeoutException or OrleansException) and not (BadHttpRequestException or ConnectionResetException);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hub cannot answer now, and asks peers to try again: {Why}")]
    private static partial void CannotAnswer(ILogger log, string why);
}
