using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Gateway;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;
using BlockAssist.Net.Messages;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlockAssist.Net.Tests.Gateway;

/// <summary>A hub on this machine, as peers see it: over TLS.</summary>
public abstract class RunningHub : IAsyncLifetime
{
    public static readonly BlobLimits BlobLimits = new(MostBytes: 100 << 20, LargestBlob: 40 << 20);

    private readonly TemporaryFolder _folder = new();
    private readonly PeerIdentity _hub = Some.Peer(100);
    private readonly Dictionary<byte, PeerIdentity> _peers = [];
    private HubServer? _server;

    internal BlobStore Blobs { get; private set; } = null!;

    internal SwarmAddress Address => new("127.0.0.1", _server!.Listening.Port, _hub.Id);

    public virtual async ValueTask InitializeAsync()
    {
        Blobs = Store("hub-blobs");
        var shelf = Shelf(Blobs);
        var coordinator = new CoordinatorOptions { Genesis = Net.Tests.Hub.PlayedSwarm.Genesis, LengthOf = shelf.FindAsync, Verifiers = () => [] };
        var gateway = Options(new GatewayOptions { Network = Some.Garden, Listen = new IPEndPoint(IPAddress.Loopback, 0) });
        _server = await HubServer.StartAsync(
            _hub, new HubOptions { Log = _folder.File("hub.db"), Coordinator = coordinator, Gateway = gateway }, shelf, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
    }

    public virtual async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _hub.Dispose();
        foreach (var peer in _peers.Values)
        {
            peer.Dispose();
        }

        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected abstract GatewayOptions Options(GatewayOptions usual);

    internal virtual IHubShelf Shelf(BlobStore store) => new StoreShelf(store);

    internal BlobStore Store(string name) => new(_folder.File(name), BlobLimits, TimeProvider.System);

    internal PeerIdentity Peer(byte number)
    {
        lock (_peers)
        {
            _peers.TryAdd(number, Some.Peer(number));
            return _peers[number];
        }
    }

    internal EnvelopeWriter Writer(byte peer) => new(Peer(peer), Some.Garden, MessageKinds.FromPeers, TimeProvider.System);

    internal SwarmLink Link(byte peer, SwarmAddress? address = null) => new(address ?? Address, Peer(peer), Writer(peer), TimeProvider.System);

    /// <summary>A client that sends what it is told to, on one connection.</summary>
    /// <param name="certificate">By what the peer is known; null for by nothing.</param>
    /// <param name="connected">Told of each connection.</param>
    internal HttpClient Client(X509Certificate2? certificate, Action? connected = null)
    {
        var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = 1,
            SslOptions = Tls(certificate),
            ConnectCallback = async (context, cancellation) =>
            {
                connected?.Invoke();
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        return new HttpClient(handler) { BaseAddress = new UriBuilder("https", "127.0.0.1", Address.Port).Uri, Timeout = TimeSpan.FromSeconds(30) };
    }

    internal HttpClient Client(byte peer) => Client(PeerCertificate.Create(Peer(peer), TimeProvider.System));

    /// <summary>A bare connection, for who does not keep to HTTP.</summary>
    internal async Task<SslStream> ConnectAsync(byte peer)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 64 << 10 };
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port);
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: true));
        await stream.AuthenticateAsClientAsync(Tls(PeerCertificate.Create(Peer(peer), TimeProvider.System)));
        return stream;
    }

    private static SslClientAuthenticationOptions Tls(X509Certificate2? certificate) => new()
    {
        TargetHost = "blockassist",
        EnabledSslProtocols = SslProtocols.Tls13,
        ClientCertificates = certificate is null ? null : [certificate],
        LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate!,
#pragma warning disable CA5359 // It is the hub's part that is tried.
        RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore CA5359
    };
}
