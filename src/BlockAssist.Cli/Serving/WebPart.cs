using System.Net;
using BlockAssist.Net.Hub;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BlockAssist.Cli.Serving;

/// <summary>A web server that is a part of a command: plain HTTP/1.1 at one place, within limits, and without a word of its own in the log.</summary>
internal static class WebPart
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(2);

    /// <summary>Prepares one.</summary>
    public static WebApplicationBuilder Create(IPEndPoint listen, WebLimits limits)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WebPart).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IHostLifetime, OwnedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = limits.Farewell);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxConcurrentConnections = limits.Connections;
            server.Limits.MaxRequestBodySize = limits.Body;
            server.Limits.MaxRequestHeadersTotalSize = limits.Head;
            server.Limits.RequestHeadersTimeout = limits.Patience;
            server.Limits.KeepAliveTimeout = Idle;
            server.Listen(listen, place => place.Protocols = HttpProtocols.Http1);
        });
        return builder;
    }

    /// <summary>Where it listens, once it does.</summary>
    public static Uri AddressOf(WebApplication app) => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
