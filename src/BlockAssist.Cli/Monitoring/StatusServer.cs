using System.Net;
using System.Text.Json;
using BlockAssist.Net.Hub;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BlockAssist.Cli.Monitoring;

/// <summary>Tells monitors how a node does: <c>/healthz</c>, <c>/readyz</c>, <c>/metrics</c>. It can be read and nothing else, and says nothing secret.</summary>
internal sealed class StatusServer : IAsyncDisposable
{
    private const int MostConnections = 32;
    private const int MostHead = 8 << 10;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly WebApplication _app;

    private StatusServer(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public int Port => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    /// <summary>Starts it.</summary>
    /// <param name="listen">Where it listens.</param>
    /// <param name="reporter">Says how the node does.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<StatusServer> StartAsync(IPEndPoint listen, NodeReporter reporter, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(StatusServer).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, OwnedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxConcurrentConnections = MostConnections;
            server.Limits.MaxRequestBodySize = 0;
            server.Limits.MaxRequestHeadersTotalSize = MostHead;
            server.Limits.RequestHeadersTimeout = Grace;
            server.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
            server.Listen(listen, place => place.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
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
