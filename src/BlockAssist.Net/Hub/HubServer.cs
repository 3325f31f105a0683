using System.Net;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Gateway;
using BlockAssist.Net.Hub.Clusters;
using BlockAssist.Net.Hub.Grains;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BlockAssist.Net.Hub;

/// <summary>A hub in this process: a silo with the coordinator, and the gateway through which peers come.</summary>
/// <remarks>A silo alone listens on loopback only; nothing that is not trusted may reach it.</remarks>
public sealed class HubServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IClusterConnection _cluster;

    private HubServer(WebApplication app, IClusterConnection cluster) => (_app, _cluster, Hub) = (app, cluster, app.Services.GetRequiredService<ISwarmHub>());

    /// <summary>The hub, for workers of the same process.</summary>
    public ISwarmHub Hub { get; }

    /// <summary>Where peers come in.</summary>
    public IPEndPoint Listening
    {
        get
        {
            var address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            return new IPEndPoint(IPAddress.Parse(address.Host.Trim('[', ']')), address.Port);
        }
    }

    /// <summary>Starts a hub.</summary>
    /// <param name="identity">Who it is.</param>
    /// <param name="options">What it is started with.</param>
    /// <param name="blobs">Its blobs.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="logging">Where it says what goes wrong.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">The port is taken, or the server of its cluster or the bucket of its blobs cannot be used.</exception>
    /// <exception cref="InvalidDataException">The log cannot be read.</exception>
    public static async Task<HubServer> StartAsync(
        PeerIdentity identity, HubOptions options, IHubShelf blobs, TimeProvider clock, ILoggerFactory logging, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(blobs);
        var name = options.Gateway.Network.ToString();
        var cluster = options.Cluster is { Server: var shared }
            ? await shared.OpenAsync(name, cancellation).ConfigureAwait(false)
            : new SiloAlone(options.Log, name);
        HubServer? server = null;
        try
        {
            var app = Build(identity, options, blobs, cluster, clock, logging);
            server = new HubServer(app, cluster);
            PeerGateway.Map(app, blobs, options.Gateway, clock);
            await cluster.Log.LastRoundAsync(cancellation).ConfigureAwait(false);
            await blobs.FindAsync(options.Coordinator.Genesis.Base, cancellation).ConfigureAwait(false);
            await blobs.FindAsync(new BlobId(options.Coordinator.Genesis.Recipe), cancellation).ConfigureAwait(false);
            await app.StartAsync(cancellation).ConfigureAwait(false);
            await server.Hub.NewsAsync(0).ConfigureAwait(false);
            return server;
        }
        catch
        {
            await ((IAsyncDisposable?)server ?? cluster).DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        await _cluster.DisposeAsync().ConfigureAwait(false);
    }

    private static WebApplication Build(PeerIdentity identity, HubOptions options, IHubShelf blobs, IClusterConnection cluster, TimeProvider clock, ILoggerFactory logging)
    {
        var name = options.Gateway.Network.ToString();
        var writer = new EnvelopeWriter(identity, options.Gateway.Network, MessageKinds.FromHub, clock);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(HubServer).Assembly.GetName().Name });
        builder.Services.AddSingleton(logging);
        builder.Services.AddSingleton<Func<Coordinator>>(() => new Coordinator(identity.Id, options.Coordinator, cluster.Log, writer, clock));
        builder.Services.AddSingleton<IHostLifetime, OwnedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Host.UseOrleans(silo => HubSilo.Configure(silo, name, options.Cluster?.Silo, cluster));
        builder.Services.AddSingleton<ISwarmHub>(services => services.GetRequiredService<IGrainFactory>().GetGrain<ICoordinatorGrain>(name));
        PeerGateway.Add(builder, identity, blobs, options.Gateway, clock);
        return builder.Build();
    }
}
