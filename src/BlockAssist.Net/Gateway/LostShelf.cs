using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BlockAssist.Net.Gateway;

/// <summary>What a gateway does when the hub cannot reach what it keeps: peers are told to try again and nothing of where it is, the operator why.</summary>
/// <param name="log">Where the operator reads.</param>
/// <param name="clock">What time it is.</param>
internal sealed partial class LostShelf(ILogger<LostShelf> log, TimeProvider clock)
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
        catch (IOException error) when (error is not (BadHttpRequestException or ConnectionResetException) && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Say(error);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsync("the hub cannot reach what it keeps; try again later", context.RequestAborted);
        }
    }

    /// <summary>Tells the operator, at most once a minute.</summary>
    public void Say(IOException error)
    {
        lock (_lock)
        {
            if (clock.GetUtcNow() - _said < Quiet)
            {
                return;
            }

            _said = clock.GetUtcNow();
        }

        CannotReach(log, error.Message);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The hub cannot reach what it keeps, and asks peers to try again: {Why}")]
    private static partial void CannotReach(ILogger log, string why);
}
