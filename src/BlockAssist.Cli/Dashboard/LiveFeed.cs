using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace BlockAssist.Cli.Dashboard;

/// <summary>Tells listeners which subjects have changed: server-sent events, with something to hear now and then.</summary>
/// <param name="subjects">What may change.</param>
/// <param name="options">How often is looked.</param>
/// <param name="clock">The clock.</param>
internal sealed class LiveFeed(DashboardSubjects subjects, DashboardOptions options, TimeProvider clock)
{
    private int _listeners;

    /// <summary>Tells one listener, until it goes or the dashboard ends.</summary>
    /// <param name="context">Who listens.</param>
    /// <param name="end">The end of the dashboard.</param>
    public async Task TellAsync(HttpContext context, CancellationToken end)
    {
        if (Interlocked.Increment(ref _listeners) > options.MostListeners)
        {
            Interlocked.Decrement(ref _listeners);
            await DashboardAnswers.RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "too many pages are open", "Close some of them.");
            return;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, end);
        try
        {
            context.Response.ContentType = "text/event-stream";
            await TellAsync(context.Response, over.Token);
        }
        catch (OperationCanceledException)
        {
            // Nobody listens any more.
        }
        finally
        {
            Interlocked.Decrement(ref _listeners);
        }
    }

    private async Task TellAsync(HttpResponse response, CancellationToken cancellation)
    {
        var known = subjects.Stamps();
        await SayAsync(response, "retry: 3000\nevent: hello\ndata: {}\n\n", cancellation);
        using var timer = new PeriodicTimer(options.BetweenLooks, clock);
        var said = clock.GetTimestamp();
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            var now = subjects.Stamps();
            string[] changed = [.. now.Where(one => known[one.Key] != one.Value).Select(one => one.Key)];
            known = now;
            if (changed.Length > 0)
            {
                await SayAsync(response, $"event: changed\ndata: {JsonSerializer.Serialize(changed, DashboardJson.Default.StringArray)}\n\n", cancellation);
                said = clock.GetTimestamp();
            }
            else if (clock.GetElapsedTime(said) >= options.Heartbeat)
            {
                await SayAsync(response, ": still here\n\n", cancellation);
                said = clock.GetTimestamp();
            }
        }
    }

    private static async Task SayAsync(HttpResponse response, string text, CancellationToken cancellation)
    {
        await response.WriteAsync(text, cancellation);
        await response.Body.FlushAsync(cancellation);
    }
}
