using System.Net;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Monitoring;

/// <summary>Keeps those informed who watch a node, as long as it runs: whoever asks over HTTP, and the service manager.</summary>
/// <param name="context">The clock, the environment and the log.</param>
/// <param name="vitals">What the node knows of itself.</param>
/// <param name="reporter">Says how it does.</param>
/// <param name="listen">Where it can be asked; null for nowhere.</param>
internal sealed class NodeUpkeep(CommandContext context, NodeVitals vitals, NodeReporter reporter, IPEndPoint? listen)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(2);

    /// <summary>Runs a node and informs those who watch it.</summary>
    /// <param name="node">The node; told to stop it ends.</param>
    /// <param name="cancellation">Tells it to.</param>
    public async Task WhileAsync(Func<CancellationToken, Task> node, CancellationToken cancellation)
    {
        var server = listen is null ? null : await StatusServer.StartAsync(listen, reporter, cancellation);
        await using var _ = server;
        if (server is not null)
        {
            context.Log.Information("Health and metrics: http://{Place}/healthz, /readyz, /metrics", new IPEndPoint(listen!.Address, server.Port));
        }

        using var notice = new ServiceNotice(context.Surroundings.Variable);
        await using var stopping = cancellation.Register(notice.Stops);
        using var end = new CancellationTokenSource();
        var informing = notice.IsHeard ? InformAsync(notice, end.Token) : Task.CompletedTask;
        try
        {
            await node(cancellation);
        }
        finally
        {
            await end.CancelAsync();
            await informing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // A node that does not move any more says no longer that it lives, and is started anew.
    private async Task InformAsync(ServiceNotice notice, CancellationToken cancellation)
    {
        var (isReady, said) = (false, "");
        using var timer = new PeriodicTimer(notice.BetweenSigns is { } signs && signs < BetweenLooks ? signs : BetweenLooks, context.Surroundings.Clock);
        do
        {
            if (!isReady && vitals.Now().HasBegun)
            {
                notice.Ready();
                isReady = true;
            }

            var health = reporter.Health();
            if (health.IsAlive && notice.BetweenSigns is not null)
            {
                notice.Lives();
            }

            if (said != (said = health.Trouble ?? health.Doing) && said.Length > 0)
            {
                notice.Does(said);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }
}
