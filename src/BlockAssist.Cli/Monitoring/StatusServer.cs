using System.Net;
using System.Text.Json;
using BlockAssist.Cli.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace BlockAssist.Cli.Monitoring;

/// <summary>Tells monitors how a node does: <c>/healthz</c>, <c>/readyz</c>, <c>/metrics</c>. It can be read and nothing else, and says nothing secret.</summary>
internal sealed class StatusServer : IAsyncDisposable
{
    private static readonly WebLimits Limits = new(Connections: 32, Body: 0, Head: 8 << 10, Patience: TimeSpan.FromSeconds(5), Farewell: TimeSpan.FromSeconds(1));

    private readonly WebApplication _app;

    private StatusServer(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public int Port => WebPart.AddressOf(_app).Port;

    /// <summary>Starts it.</summary>
    /// <param name="listen">Where it listens.</param>
    /// <param name="reporter">Says how the node does.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<StatusServer> StartAsync(IPEndPoint listen, NodeReporter reporter, CancellationToken cancellation)
    {
        var app = WebPart.Create(listen, Limits).Build();
        app.MapGet("/healthz", () => Answer(reporter, health => health.Healthy));
        app.MapGet("/readyz", () => Answer(reporter, health => health.Ready));
        app.MapGet("/metrics", () => Results.Text(reporter.Metrics(), MetricsPage.MediaType));
        var server = new StatusServer(app);
        try
        {
            await app.StartAsync(cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private static IResult Answer(NodeReporter reporter, Func<NodeHealth, bool> isWell)
    {
        var health = reporter.Health();
        return Results.Text(
            JsonSerializer.Serialize(health, HealthJson.Default.NodeHealth), "application/json", statusCode: isWell(health) ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
