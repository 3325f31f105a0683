using System.Collections.Concurrent;
using System.Net;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Blobs.Buckets;
using BlockAssist.Net.Clips;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Gateway;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Hub.Clusters;
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
    private const byte WorkerNumber = 99;

    private static readonly RoundPlan Plan = new()
    {
        Training = TimeSpan.FromSeconds(2),
        Revealing = TimeSpan.FromSeconds(10),
        Verifying = TimeSpan.FromSeconds(20),
        Patience = TimeSpan.FromSeconds(15),
    };

    private readonly TemporaryFolder _folder = new();
    private readonly PeerIdentity _hubIdentity = Some.Peer(HubNumber);
    private readonly PeerIdentity _workerIdentity = Some.Peer(WorkerNumber);
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _running = [];
    private readonly ConcurrentQueue<string> _told = [];
    private readonly ConcurrentDictionary<ulong, RoundRecord> _records = new();
    private readonly ConcurrentDictionary<(string Peer, ulong Round), RoundOver> _missed = new();
    private readonly BlobStore _blobs;
    private readonly Genesis _genesis;
    private readonly ClusterServer? _cluster;
    private readonly int[] _ports;
    private readonly HubServer?[] _servers;
    private readonly IHubShelf[] _shelves;
    private CancellationTokenSource? _endOfHub;
    private Task _working = Task.CompletedTask;

    private readonly Gathering _gathering;

    /// <summary>A swarm in which nothing runs yet.</summary>
    /// <param name="peers">How many there are before anybody asks for a lease.</param>
    /// <param name="cluster">The server over which silos find each other; null for a silo alone.</param>
    /// <param name="silos">How many silos.</param>
    /// <param name="bucket">What is behind the stores of the silos, each of which has one of its own; null where they share a store.</param>
    /// <param name="row">The momentum that the first model has in its own file, as models had before; null for none.</param>
    public ToySwarm(int peers, string? cluster = null, int silos = 1, BlobBucket? bucket = null, float[]? row = null)
    {
        _gathering = new Gathering(peers);
        (_cluster, _servers) = (cluster is null ? null : ClusterServer.Parse(cluster, _ => null), new HubServer?[silos]);
        _ports = [.. Enumerable.Range(0, silos).Select(_ => LoopbackPort.Free())];
        _blobs = Store("hub");
        _shelves = [.. Enumerable.Range(0, silos).Select(silo => bucket is null
            ? (IHubShelf)new StoreShelf(_blobs)
            : new BucketShelf(silo == 0 ? _blobs : Store($"hub-{silo}"), bucket, TimeProvider.System, NullLogger<BucketShelf>.Instance))];
        var model = Path.Combine(_folder.Path, "genesis");
        ToyModel.Write(model, [.. new float[ToyModel.Weights], .. row ?? []]);
        _genesis = new Genesis(_blobs.PutFileAsync(model, CancellationToken.None).Result, _blobs.PutAsync("recipe"u8.ToArray(), CancellationToken.None).Result.Digest);
    }

    /// <summary>Who counts as new.</summary>
    public TrustPolicy Trust { get; set; } = new();

    /// <summary>How long peers train.</summary>
    public TimeSpan Training { get; init; } = Plan.Training;

    /// <summary>Whether peers offer clips of what is in their folder of sessions, and keep those of others.</summary>
    public bool ExchangesClips { get; init; }

    /// <summary>Of which rounds before one peers want to be told what came of them.</summary>
    public Func<ulong, IReadOnlyList<ulong>> MissingRecords { get; init; } = _ => [];

    /// <summary>Whether a worker on another machine does the hub's own work.</summary>
    public bool WorksElsewhere { get; init; }

    public string Told => string.Join('\n', _told);

    public async Task StartHubAsync()
    {
        for (var silo = 0; silo < _servers.Length; silo++)
        {
            _servers[silo] = await HubServer.StartAsync(_hubIdentity, OptionsOf(silo), _shelves[silo], TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
        }

        // The hub's own work is done beside the last silo.
        _endOfHub = new CancellationTokenSource();
        var far = WorksElsewhere ? LinkOf(_workerIdentity, _ports) : null;
        var worker = new HubWorker(
            far is null ? _servers[^1]!.Hub : new RemoteWork(far),
            far is null ? _shelves[^1] : new LinkShelf(far, WorkerStore),
            new ToyWorkshop(),
            new ToyReferee(),
            _folder.Path,
            new SequentialOptions(),
            new Reporter<HubNote>(note => _told.Enqueue($"hub: {note.Text}")));
        _working = worker.RunAsync(_endOfHub.Token);
    }

    public async Task StopHubAsync()
    {
        if (_endOfHub is null)
        {
            // It never came to be; why is what the test is to tell.
            return;
        }

        await _endOfHub.CancelAsync();
        await _working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        for (var silo = 0; silo < _servers.Length; silo++)
        {
            await StopSiloAsync(silo);
        }
    }

    public async Task StopSiloAsync(int silo)
    {
        if (_servers[silo] is { } server)
        {
            _servers[silo] = null;
            await server.DisposeAsync();
        }
    }

    /// <summary>The hub's own peer.</summary>
    public void JoinHub(ToyTrainer trainer) => Run(_hubIdentity, _blobs, "own", trainer, _end.Token);

    public PeerId Join(byte number, ToyTrainer trainer, CancellationToken? end = null)
    {
        var identity = Some.Peer(number);
        Run(identity, Store(NameOf(number)), NameOf(number), trainer, end ?? _end.Token);
        return identity.Id;
    }

    public async Task<RoundRecord> RecordOfAsync(ulong round)
    {
        await WaitForAsync(() => _records.ContainsKey(round), $"round {round} is not over");
        return _records[round];
    }

    /// <summary>What a peer heard of a round that was over before it was back.</summary>
    public async Task<RoundOver> MissedByAsync(byte number, ulong round)
    {
        await WaitForAsync(() => _missed.ContainsKey((NameOf(number), round)), $"peer {number} has not heard of round {round}");
        return _missed[(NameOf(number), round)];
    }

    /// <summary>Where a peer keeps what it needs to go on with a round.</summary>
    public string FolderOf(byte number, ulong round) => Path.Combine(FolderOf(NameOf(number)), "rounds", $"{round}");

    /// <summary>Waits until some peer has told the hub something.</summary>
    public Task HearsAsync(string what, ulong round = 1) =>
        WaitForAsync(() => _told.Any(line => line.Contains($"Round = {round}, What = {what}", StringComparison.Ordinal)), $"nobody says {what}");

    /// <summary>The blobs of a silo.</summary>
    public IHubShelf ShelfOf(int silo) => _shelves[silo];

    /// <summary>Waits until so many peers have a lease of a round.</summary>
    public Task HaveLeasesAsync(int peers, ulong round = 1) => WaitForAsync(
        () => _told.Count(line => line.Contains($"AskedForLease {{ Round = {round}, Answer = Taken }}", StringComparison.Ordinal)) >= peers, $"there are no {peers} leases");

    /// <summary>What a peer has fetched or made.</summary>
    public BlobStore StoreOf(byte number) => Store(NameOf(number));

    /// <summary>What a worker on another machine has fetched or made.</summary>
    public BlobStore WorkerStore => Store("worker");

    /// <summary>All numbers of a model or a momentum.</summary>
    public float[] NumbersOf(BlobId blob) => ToyModel.Numbers(_shelves[^1].FileOfAsync(blob, CancellationToken.None).Result);

    public float[] WeightsOf(BlobId model) => ToyModel.Read(_shelves[^1].FileOfAsync(model, CancellationToken.None).Result);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await StopHubAsync();
        _hubIdentity.Dispose();
        _workerIdentity.Dispose();
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

    private HubOptions OptionsOf(int silo) => new()
    {
        Log = Path.Combine(_folder.Path, "hub.sqlite"),
        Cluster = _cluster is null ? null : new ClusterPlace(_cluster, new IPEndPoint(IPAddress.Loopback, LoopbackPort.Free())),
        Coordinator = new CoordinatorOptions { Genesis = _genesis, Plan = Plan with { Training = Training }, Trust = Trust, LengthOf = _shelves[silo].FindAsync, Verifiers = () => [_hubIdentity.Id] },
        Gateway = new GatewayOptions { Network = Some.Garden, Listen = new IPEndPoint(IPAddress.Loopback, _ports[silo]), IsWorker = peer => peer == _workerIdentity.Id },
    };

    private void Run(PeerIdentity identity, BlobStore blobs, string name, ToyTrainer trainer, CancellationToken end)
    {
        // Each comes by another gateway first.
        var first = _running.Count % _ports.Length;
        int[] ports = [.. _ports[first..], .. _ports[..first]];
        var tools = new PeerTools(LinkOf(identity, ports), blobs, FolderOf(name), _gathering.Of(trainer), trainer, new Reporter<PeerNews>(news => Note(name, news)))
        {
            OwnClips = ExchangesClips ? new OwnClips(PlaceOf(name, "offers"), () => Directory.GetFiles(Directory.CreateDirectory(PlaceOf(name, "sessions")).FullName)) : null,
            MissingRecords = MissingRecords,
            ForeignClips = ExchangesClips ? new ForeignClips(PlaceOf(name, "clips")) : null,
        };
        _running.Add(Task.Run(() => new SwarmPeer(identity.Id, Some.Garden, tools, TimeProvider.System).RunAsync(end), end));
    }

    private SwarmLink LinkOf(PeerIdentity identity, int[] ports) => new(
        new SwarmAddress("127.0.0.1", ports[0], _hubIdentity.Id) { Others = [.. ports.Skip(1).Select(port => ("127.0.0.1", port))] },
        identity,
        new EnvelopeWriter(identity, Some.Garden, MessageKinds.FromPeers, TimeProvider.System),
        TimeProvider.System);

    /// <summary>A folder of a peer: of its sessions, of the clips that it is still to offer, of those of others.</summary>
    public string PlaceOf(byte number, string what) => PlaceOf(NameOf(number), what);

    /// <summary>Waits until a peer has the clips of a round.</summary>
    public Task HasClipsAsync(byte number, ulong round) => WaitForAsync(
        () => _told.Any(line => line.StartsWith($"{NameOf(number)}: ClipsCame {{ Round = {round},", StringComparison.Ordinal)), $"no clips have come to peer {number}");

    private string PlaceOf(string peer, string what) => Path.Combine(_folder.Path, peer, what);

    private static string NameOf(byte number) => $"peer-{number}";

    private string FolderOf(string peer) => Path.Combine(_folder.Path, peer, "work");

    private void Note(string name, PeerNews news)
    {
        _told.Enqueue($"{name}: {news}");
        if (news is RoundOver over)
        {
            _records.TryAdd(over.Record.Terms.Number, over.Record);
            if (over.IsMissed)
            {
                _missed[(name, over.Record.Terms.Number)] = over;
            }
        }
    }

    private BlobStore Store(string name) => new(Path.Combine(_folder.Path, name), new BlobLimits(), TimeProvider.System);

    private sealed class Reporter<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
