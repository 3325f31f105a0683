using System.Net;
using System.Net.Sockets;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;

namespace BlockAssist.Cli.Dashboard;

/// <summary>The node's own dashboard: a page in a browser, served by this process, from the files of a home.</summary>
/// <remarks>It reads beside whoever writes them, and takes no lock of a node or a game.</remarks>
internal sealed class DashboardServer : IAsyncDisposable
{
    private const int LargestBody = 4096;
    private const int LargestHead = 16 << 10;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _end = new();
    private readonly List<IDisposable> _open = [];

    private DashboardServer(WebApplication app) => _app = app;

    /// <summary>Where it is seen from this machine.</summary>
    public Uri Address
    {
        get
        {
            var listening = WebPart.AddressOf(_app);
            var isAnywhere = IPAddress.TryParse(listening.Host.Trim('[', ']'), out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));
            return isAnywhere ? new UriBuilder(listening) { Host = $"{IPAddress.Loopback}" }.Uri : listening;
        }
    }

    /// <summary>Starts one.</summary>
    /// <param name="context">Of which home.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="ForeseenException">It cannot listen there, or others could read without a token.</exception>
    public static async Task<DashboardServer> StartAsync(CommandContext context, DashboardOptions options, CancellationToken cancellation)
    {
        if (options.IsOpenToOthers && options.Token is null)
        {
            throw new ForeseenException($"{options.Listen.Address} can be reached by others, and nothing would keep them out", "Add --token-file FILE, or listen on 127.0.0.1.");
        }

        var server = new DashboardServer(Build(options));
        try
        {
            server.Map(context, options);
            await server._app.StartAsync(cancellation);
            return server;
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            await server.DisposeAsync();
            throw new ForeseenException(
                $"{options.Listen} cannot be listened at: {error.Message.TrimEnd('.')}", $"If a dashboard runs already, open it in a browser; otherwise choose another port by {options.PortOption}.", error);
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
        await _end.CancelAsync();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _open.ForEach(one => one.Dispose());
        _end.Dispose();
    }

    private static WebApplication Build(DashboardOptions options)
    {
        var builder = WebPart.Create(options.Listen, new WebLimits(options.MostConnections, LargestBody, LargestHead, options.Patience, Farewell));
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = options.Patience });
        return builder.Build();
    }

    private void Map(CommandContext context, DashboardOptions options)
    {
        var clock = context.Surroundings.Clock;
        var (subjects, gate) = (new DashboardSubjects(context, options), new TokenGate(options, clock));
        _open.AddRange([subjects, gate]);
        _app.Use(new DashboardGuard(options, gate).InvokeAsync);
        _app.Use(new DashboardTrouble(context.Log).InvokeAsync);
        _app.UseRequestTimeouts();
        new DashboardEndpoints(subjects, new LiveFeed(subjects, options, clock)).Map(_app, _end.Token);
        new DashboardActs(subjects, context).Map(_app);
        new PageFiles().Map(_app);
    }
}
