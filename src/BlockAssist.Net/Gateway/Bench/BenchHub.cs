using System.Net;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlockAssist.Net.Gateway.Bench;

/// <summary>A hub as it is anywhere, with everything in a folder that goes when it ends, and a round that is long enough to be measured.</summary>
public sealed class BenchHub : IAsyncDisposable
{
    /// <summary>Its swarm.</summary>
    public static readonly NetworkId Network = new("bench");

    private readonly HubServer _server;
    private readonly PeerIdentity _identity;
    private readonly string _folder;

    private BenchHub(HubServer server, PeerIdentity identity, string folder) => (_server, _identity, _folder) = (server, identity, folder);

    /// <summary>Where it is, and who.</summary>
    public SwarmAddress Address => new(IPAddress.Loopback.ToString(), _server.Listening.Port, _identity.Id);

    /// <summary>Starts one.</summary>
    /// <param name="training">How long its round is trained, in which all is asked but the last.</param>
    /// <param name="modelBytes">How large the model is that all fetch.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<BenchHub> StartAsync(TimeSpan training, int modelBytes, TimeProvider clock, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("blockassist-gateway-").FullName;
        using var phrase = RecoveryPhrase.Create();
        var identity = PeerIdentity.Of(phrase);
        try
        {
            var store = new BlobStore(Path.Combine(folder, "blobs"), new BlobLimits(), clock);
            var model = await store.PutAsync(BenchPeer.Bytes(seed: 0, modelBytes), cancellation).ConfigureAwait(false);
            var recipe = await store.PutAsync("{}"u8.ToArray(), cancellation).ConfigureAwait(false);
            var shelf = new StoreShelf(store);
            var coordinator = new CoordinatorOptions
            {
                Genesis = new Genesis(model, recipe.Digest),
                Plan = new RoundPlan { Training = training, MostSegments = 4, MostLeases = GatewayOptions.UsualConnections },
                LengthOf = shelf.FindAsync,
                Verifiers = () => [],
            };
            var gateway = new GatewayOptions { Network = Network, Listen = new IPEndPoint(IPAddress.Loopback, 0) };
            var options = new HubOptions { Log = Path.Combine(folder, "hub.db"), Coordinator = coordinator, Gateway = gateway };
            return new BenchHub(await HubServer.StartAsync(identity, options, shelf, clock, NullLoggerFactory.Instance, cancellation).ConfigureAwait(false), identity, folder);
        }
        catch
        {
            identity.Dispose();
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        _identity.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
