using System.CommandLine;
using System.Net;
using BlockAssist.Cli.Dashboard;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Commands;

/// <summary>The dashboard of a verb that does something else, too: it shows, and changes nothing.</summary>
internal static class DashboardInput
{
    private const string Name = "--dashboard-port";

    /// <summary>Where it is; nowhere unless somebody says so.</summary>
    public static Option<int?> Port() => Ranged.OptionOrNone(Name, "Serves the dashboard besides, on this machine alone and only to look at: the port.", (1, (int)ushort.MaxValue));

    /// <summary>Starts it.</summary>
    /// <returns>Null where none is asked for.</returns>
    public static async Task<DashboardServer?> StartAsync(int? port, CommandContext context, CancellationToken cancellation)
    {
        if (port is not { } at)
        {
            return null;
        }

        var server = await DashboardServer.StartAsync(context, new DashboardOptions { Listen = new IPEndPoint(IPAddress.Loopback, at), PortOption = Name }, cancellation);
        context.Log.Information("The dashboard is at {Address}", server.Address);
        return server;
    }

    /// <summary>Starts it for a verb that computes.</summary>
    /// <returns>Ends it; null where none is asked for.</returns>
    public static IDisposable? Start(int? port, CommandContext context, CancellationToken cancellation) =>
        StartAsync(port, context, cancellation).GetAwaiter().GetResult() is { } server ? new Served(server) : null;

    private sealed class Served(DashboardServer server) : IDisposable
    {
        public void Dispose() => server.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
