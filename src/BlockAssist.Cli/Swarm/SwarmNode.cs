using System.Net;
using BlockAssist.Cli.Monitoring;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Supervision;
using BlockAssist.Learner.Data;
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
using BlockAssist.Simulation.Files;
using Microsoft.Extensions.Logging;
using Serilog.Extensions.Logging;

namespace BlockAssist.Cli.Swarm;

/// <summary>A node in its swarm: its peer and, where it coordinates the swarm, the hub.</summary>
/// <param name="context">What the command works with.</param>
/// <param name="identity">Who it is.</param>
/// <param name="settings">The swarm.</param>
internal sealed class SwarmNode(CommandContext context, PeerIdentity identity, SwarmSettings settings)
{
    private const int HiddenEpisodes = 40;

    // The evidence of a segment of a million weights.
    private const long LargestBlob = 64L << 20;

    private readonly SwarmFolder _folder = SwarmFolder.Of(context.Home);
    private readonly ReplayLog _replays = new(SwarmFolder.Of(context.Home));
    private readonly TimeProvider _clock = context.Surroundings.Clock;
    private volatile bool _hasSeenEnough;
    private int _roundsSeen;

    /// <summary>What there is to learn from now.</summary>
    public required Func<DemonstrationSet> Shared { get; init; }

    /// <summary>Play by which a hub tries updates, and that no peer knows; nothing for made-up play.</summary>
    public required DemonstrationSet Hidden { get; init; }

    /// <summary>What share of what it learns from are clips of others; 0 if it takes none.</summary>
    public double ForeignShare { get; init; }

    /// <summary>When it may train.</summary>
    public TrainingTimes Times { get; init; } = new();

    /// <summary>How many threads compute.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>What <c>train calibrate</c> wrote; null if nothing was measured.</summary>
    public string? Calibration { get; init; }

    /// <summary>Whether it does the work of a hub that has admitted it.</summary>
    public bool IsWorker { get; init; }

    /// <summary>The cluster that the hub's silos form; null where it has one alone.</summary>
    public ClusterPlace? Cluster { get; init; }

    /// <summary>The bucket behind the hub's blobs; null where they are on this machine alone.</summary>
    public BucketAddress? Bucket { get; init; }

    /// <summary>On what peers of a hub record what they contribute; null where that is elsewhere.</summary>
    public IHubLedger? Ledger { get; init; }

    /// <summary>What it knows of itself, for whoever watches it.</summary>
    public NodeVitals? Vitals { get; init; }

    /// <summary>What its hub knows of itself, for whoever watches it; of no use where it is none.</summary>
    public HubVitals Hub { get; init; } = new(context.Surroundings.Clock);

    /// <summary>After how many rounds it ends; 0 for never.</summary>
    public int Rounds { get; init; }

    // Silos are one peer: where each learnt from what came to it, several would train one lease.
    private double ShareOfForeign => Cluster is null ? ForeignShare : 0;

    /// <summary>Takes part until it is told to stop, which is no mistake, or has seen enough rounds.</summary>
    public async Task RunUntilToldAsync(CancellationToken cancellation)
    {
        try
        {
            await RunAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            context.Log.Information("Stopped; what was begun is gone on with at the next start");
        }
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        using var held = TakeLock();
        var blobs = new BlobStore(_folder.Blobs, new BlobLimits(LargestBlob: LargestBlob), _clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            await (settings.Own is { } own ? CoordinateAsync(own, blobs, end) : JoinAsync(SwarmAddress.Parse(settings.Hub!), blobs, end));
        }
        catch (OperationCanceledException) when (_hasSeenEnough)
        {
        }
    }

    private async Task CoordinateAsync(OwnSwarm own, BlobStore blobs, CancellationTokenSource end)
    {
        using var logging = Logging();
        using var bucket = Bucket is { } place ? await BlobBucket.OpenAsync(place, context.Surroundings.Variable, end.Token) : null;
        using var behind = bucket is null ? null : new BucketShelf(blobs, bucket, _clock, logging.CreateLogger<BucketShelf>());
        IHubShelf shelf = behind is null ? new StoreShelf(blobs) : behind;
        await using var server = await HubServer.StartAsync(identity, OptionsOf(own, shelf), shelf, _clock, logging, end.Token);
        context.Log.Information("Others join by: blockassist swarm join HOST:{Port}/{Peer}", server.Listening.Port, identity.Id);
        using var link = LinkTo(own.Here(identity.Id));
        await TogetherAsync([TakePartAsync(link, blobs, end), WorkFor(server.Hub, shelf).RunAsync(end.Token)], end);
    }

    private async Task JoinAsync(SwarmAddress hub, BlobStore blobs, CancellationTokenSource end)
    {
        using var link = LinkTo(hub);
        Task[] tasks = [TakePartAsync(link, blobs, end), .. IsWorker ? [WorkFor(new RemoteWork(link), new LinkShelf(link, blobs)).RunAsync(end.Token)] : (Task[])[]];
        await TogetherAsync(tasks, end);
    }

    private SwarmLink LinkTo(SwarmAddress hub) =>
        new(hub, identity, new EnvelopeWriter(identity, new NetworkId(settings.Network), MessageKinds.FromPeers, _clock), _clock);

    private HubWorker WorkFor(IHubWork hub, IBlobShelf blobs) => new(
        hub,
        blobs,
        new ModelWorkshop(Hidden, new HiddenPlay(_folder.Hidden, HiddenEpisodes)),
        Replayer(),
        Directory.CreateDirectory(_folder.Work).FullName,
        new SequentialOptions(),
        new NoteLog(context));

    private SegmentReplayer Replayer() => new(Directory.CreateDirectory(Path.Combine(_folder.Work, "replays")).FullName) { Threads = Threads, Calibration = Calibration };

    private async Task TakePartAsync(SwarmLink link, BlobStore blobs, CancellationTokenSource end)
    {
        var foreign = new ForeignClips(_folder.Clips);
        using var trainer = new LeaseTrainer(Shared, context.Surroundings.Variable, _clock) { Foreign = foreign.Files, ForeignShare = ShareOfForeign };
        var replayer = Replayer();
        var watch = new NodeWatch(context, _folder, FirstStatus(), IsWorker)
        {
            Vitals = Vitals,
            Replays = _replays,
            BetweenRounds = rounds =>
            {
                if (rounds > _roundsSeen)
                {
                    SpentMemory.GiveBack();
                    _roundsSeen = rounds;
                }

                _hasSeenEnough = Rounds > 0 && rounds >= Rounds;
                if (_hasSeenEnough)
                {
                    end.Cancel();
                }
            },
        };
        var peer = new SwarmPeer(identity.Id, new NetworkId(settings.Network), ToolsOf(link, blobs, trainer, replayer, watch, foreign), _clock);
        await peer.RunAsync(end.Token);
    }

    private PeerTools ToolsOf(SwarmLink link, BlobStore blobs, LeaseTrainer trainer, SegmentReplayer replayer, NodeWatch watch, ForeignClips foreign)
    {
        var credit = new OwnCredit(_folder, identity.Id, link.Hub, new NetworkId(settings.Network));
        var traffic = new DailyTraffic(_folder.Traffic, () => link.BytesMoved, _clock);
        Vitals?.Begin(link, traffic.Today);
        return new PeerTools(link, blobs, _folder.Work, trainer, replayer, watch)
        {
            OwnClips = IsWorker ? null : new OwnClips(_folder.Offers, () => Shared().Demonstrations.Select(one => one.Path)),
            ForeignClips = ShareOfForeign > 0 ? foreign : null,
            MissingRecords = credit.MissingBefore,
            Permit = new TrainingPermit(() => Noted(Times.Allow(context.Home, traffic.Today(), _clock)), _clock),
        };
    }

    private bool Noted(bool permit) => Vitals?.NotePermit(permit) ?? permit;

    // The first to end ends the others.
    private static async Task TogetherAsync(Task[] tasks, CancellationTokenSource end)
    {
        var first = await Task.WhenAny(tasks);
        await end.CancelAsync();
        await Task.WhenAll(tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }

    private HubOptions OptionsOf(OwnSwarm own, IHubShelf blobs)
    {
        var now = new OwnSwarmNow(_folder, _clock);
        return new HubOptions
        {
            Log = _folder.Log,
            Cluster = Cluster,
            Coordinator = new CoordinatorOptions
            {
                Genesis = own.Genesis(),
                Plan = own.Plan,
                LengthOf = blobs.FindAsync,
                GoesBack = now.GoesBack,
                Verifiers = () => [identity.Id, .. now.Workers()],
                Watch = new HubWatch(context, identity.Id, _replays, Hub),
            },
            Gateway = new GatewayOptions
            {
                Network = new NetworkId(settings.Network),
                Listen = IPEndPoint.Parse(own.Listen),
                IsWorker = peer => now.Workers().Contains(peer),
                Ledger = Ledger,
                Meter = Hub.Gateway,
            },
        };
    }

    // What came of earlier rounds of the same swarm is still known after a start.
    private NodeStatus FirstStatus()
    {
        var first = new NodeStatus
        {
            Process = Environment.ProcessId,
            Since = _clock.GetUtcNow(),
            At = _clock.GetUtcNow(),
            Network = settings.Network,
            Peer = identity.Id.ToString(),
            BytesADay = Times.BytesADay,
        };
        return SwarmView.TryStatusIn(_folder) is { } before && before.Network == first.Network && before.Peer == first.Peer
            ? first with { Replays = before.Replays, Clips = before.Clips, Credits = before.Credits, Models = before.Models }
            : first;
    }

    private ILoggerFactory Logging() =>
        LoggerFactory.Create(builder => builder.SetMinimumLevel(LogLevel.Warning).AddFilter("BlockAssist", LogLevel.Information).AddFilter("Orleans", LogLevel.Error).AddProvider(new SerilogLoggerProvider(context.Log)));

    private IDisposable TakeLock() => HeldFile.TryTake(_folder.LockFile)
        ?? throw new ForeseenException("a node is running in this home already", "Look at it with blockassist node status, or stop it first.");

    private sealed class NoteLog(CommandContext context) : IProgress<HubNote>
    {
        public void Report(HubNote value)
        {
            if (value.IsTrouble)
            {
                context.Log.Warning("hub: {Note}", value.Text);
            }
            else
            {
                context.Log.Information("hub: {Note}", value.Text);
            }
        }
    }
}
