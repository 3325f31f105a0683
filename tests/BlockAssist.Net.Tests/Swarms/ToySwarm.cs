using System.Collections.Concurrent;
using System.Net;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Gateway;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Links;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Peers;
using BlockAssist.Net.Rounds;
using Microsoft.Extensions.Logging.Abstractions;

namespace BlockAssist.Net.Tests.Swarms;

/// <summary>A hub and peers on loopback, all with real keys, connections and files; what they learn is a toy.</summary>
internal sealed class ToySwarm : IAsyncDisposable
{
    private const byte HubNumber = 100;

    private static readonly RoundPlan Plan = new()
    {
        Training = TimeSpan.FromSeconds(2),
        Revealing = TimeSpan.FromSeconds(4),
        Verifying = TimeSpan.FromSeconds(8),
        Patience = TimeSpan.FromSeconds(4),
    };

    private readonly TemporaryFolder _folder = new();
    private readonly PeerIdentity _hubIdentity = Some.Peer(HubNumber);
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _running = [];
    private readonly ConcurrentQueue<string> _told = [];
    private readonly ConcurrentDictionary<ulong, RoundRecord> _records = new();
    private readonly BlobStore _blobs;
    private readonly Genesis _genesis;
    private HubServer? _server;
    private CancellationTokenSource? _endOfHub;
    private Task _working = Task.CompletedTask;
    private int _port;

    public ToySwarm()
    {
        _blobs = Store("hub");
        var model = Path.Combine(_folder.Path, "genesis");
        ToyModel.Write(model, new float[ToyModel.Weights]);
        _genesis = new Genesis(_blobs.PutFileAsync(model, CancellationToken.None).Result, _blobs.PutAsync("recipe"u8.ToArray(), CancellationToken.None).Result.Digest);
    }

    public string Told => string.Join('\n', _told);

    public async Task StartHubAsync()
    {
        var options = new HubOptions
        {
            Log = Path.Combine(_folder.Path, "hub.sqlite"),
            Coordinator = new CoordinatorOptions { Genesis = _genesis, Plan = Plan, HasBlob = _blobs.Contains },
            Gateway = new GatewayOptions { Network = Some.Garden, Listen = new IPEndPoint(IPAddress.Loopback, _port) },
        };
        _server = await HubServer.StartAsync(_hubIdentity, options, _blobs, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        _port = _server.Listening.Port;
        _endOfHub = new CancellationTokenSource();
        var worker = new HubWorker(
            _server.Hub, _blobs, new ToyWorkshop(), _folder.Path, new SequentialOptions(), new Reporter<HubNote>(note => _told.Enqueue($"hub: {note.Text}")));
        _working = worker.RunAsync(_endOfHub.Token);
    }

    public async Task StopHubAsync()
    {
        await _endOfHub!.CancelAsync();
        await _working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _server!.DisposeAsync();
    }

    /// <summary>The hub's own peer.</summary>
    public void JoinHub(ToyTrainer trainer) => Run(_hubIdentity, _blobs, "own", trainer, _end.Token);

    public PeerId Join(byte number, ToyTrainer trainer, CancellationToken? end = null)
    {
        var identity = Some.Peer(number);
        Run(identity, Store($"peer-{number}"), $"peer-{number}", trainer, end ?? _end.Token);
        return identity.Id;
    }

    public async Task<RoundRecord> RecordOfAsync(ulong round)
    {
        await WaitForAsync(() => _records.ContainsKey(round), $"round {round} is not over");
        return _records[round];
    }

    /// <summary>Waits until some peer has told the hub something.</summary>
    public Task HearsAsync(string what) => WaitForAsync(() => _told.Any(line => line.Contains($"What = {what}", StringComparison.Ordinal)), $"nobody says {what}");

    public float[] WeightsOf(BlobId model) => ToyModel.Read(_blobs.PathOf(model)!);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await StopHubAsync();
        _hubIdentity.Dispose();
        _folder.Dispose();
    }

    private async Task WaitForAsync(Func<bool> isSo, string otherwise)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        late.CancelAfter(TimeSpan.FromMinutes(1));
        while (!late.IsCancellationRequested)
        {
            if (isSo())
            {
                return;
            }

            await Task.Delay(50, CancellationToken.None);
        }

        throw new TimeoutException($"{otherwise}:\n{Told}");
    }

    private void Run(PeerIdentity identity, BlobStore blobs, string name, ToyTrainer trainer, CancellationToken end)
    {
        var writer = new EnvelopeWriter(identity, Some.Garden, MessageKinds.FromPeers, TimeProvider.System);
        var link = new SwarmLink(new SwarmAddress("127.0.0.1", _port, _hubIdentity.Id), identity, writer, TimeProvider.System);
        var tools = new PeerTools(link, blobs, Path.Combine(_folder.Path, name, "rounds"), trainer, trainer, new Reporter<PeerNews>(news => Note(name, news)));
        _running.Add(Task.Run(() => new SwarmPeer(identity.Id, Some.Garden, tools, TimeProvider.System).RunAsync(end), end));
    }

    private void Note(string name, PeerNews news)
    {
        _told.Enqueue($"{name}: {news}");
        if (news is RoundOver over)
        {
            _records.TryAdd(over.Record.Terms.Number, over.Record);
        }
    }

    private BlobStore Store(string name) => new(Path.Combine(_folder.Path, name), new BlobLimits(), TimeProvider.System);

    private sealed class Reporter<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
