using System.Security.Cryptography;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Net.Tests.Rounds;
using BlockAssist.Net.Work;
using Microsoft.Extensions.Time.Testing;

namespace BlockAssist.Net.Tests.Hub;

/// <summary>A coordinator on a log in memory, and peers who do what they are asked.</summary>
internal sealed class PlayedSwarm : IDisposable
{
    public static readonly Genesis Genesis = new(BlobId.Of("genesis"u8), BlobId.Of("recipe"u8).Digest);

    /// <summary>What passes before anybody speaks; no whole number of milliseconds.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromTicks(12_345_678);

    private readonly PeerIdentity _hub = Some.Peer(100);
    private readonly Dictionary<PeerId, (PeerIdentity Identity, EnvelopeWriter Writer)> _peers = [];
    private readonly HashSet<(ulong Round, PeerId By, PeerId Trainer, int Segment, bool IsFinding)> _answered = [];
    private readonly HashSet<(ulong Round, PeerId By, PeerId Trainer, int Segment, int Step)> _shown = [];

    public PlayedSwarm(RoundPlan? plan = null, TrustPolicy? trust = null, bool verifies = true, SelfPlayRounds? selfPlay = null, IHubWatch? watch = null)
    {
        Options = new CoordinatorOptions
        {
            Genesis = Genesis with { SelfPlay = selfPlay },
            Plan = plan ?? new RoundPlan(),
            Trust = trust ?? new TrustPolicy(),
            Verifiers = () => verifies ? [_hub.Id] : [],
            Secret = round => SHA256.HashData([(byte)round]),
            GoesBack = round => GoesBack(round),
            Watch = watch,
            LengthOf = (blob, _) => Task.FromResult(Missing.Contains(blob) ? null : (long?)Lengths.GetValueOrDefault(blob)),
        };
        Coordinator = New();
        Join(_hub);
    }

    public MemoryRoundLog Log { get; } = new();

    public FakeTimeProvider Clock { get; } = Some.Clock();

    /// <summary>With which older model a round is to begin; null for none.</summary>
    public Func<ulong, BlobId?> GoesBack { get; set; } = _ => null;

    public HashSet<BlobId> Missing { get; } = [];

    /// <summary>How many bytes blobs have, where it matters.</summary>
    public Dictionary<BlobId, long> Lengths { get; } = [];

    public CoordinatorOptions Options { get; }

    public Coordinator Coordinator { get; private set; }

    public PeerId Hub => _hub.Id;

    public IEnumerable<PeerId> Everybody => _peers.Keys;

    /// <summary>What is done after everything that happens.</summary>
    public Func<Task> AfterEachStep { get; set; } = () => Task.CompletedTask;

    public ulong Round => Net.Messages.Welcome.Read(Coordinator.Welcome())!.Round;

    public RoundStage Stage => Net.Messages.Welcome.Read(Coordinator.Welcome())!.Stage;

    /// <summary>Another coordinator of the same swarm, which has not read the log yet.</summary>
    public Coordinator New() =>
        new(_hub.Id, Options, Log, new EnvelopeWriter(_hub, Some.Garden, MessageKinds.FromHub, Clock), Clock);

    /// <summary>The coordinator dies, and another one goes on.</summary>
    public async Task RestartAsync()
    {
        Coordinator = New();
        await Coordinator.StartAsync(CancellationToken.None);
    }

    public PeerId[] Join(params byte[] numbers) => [.. numbers.Select(number => Join(Some.Peer(number)))];

    public byte[] Envelope(PeerId peer, ulong round, Message message) => _peers[peer].Writer.Write(message.Kind, round, message.Body.Span);

    public async Task<string> TellAsync(PeerId peer, Message message, ulong? round = null)
    {
        Clock.Advance(Pause);
        var answer = await Coordinator.TellAsync(Envelope(peer, round ?? Round, message), CancellationToken.None);
        await AfterEachStep();
        return answer.Word;
    }

    public async Task WaitAsync(double minutes)
    {
        Clock.Advance(TimeSpan.FromMinutes(minutes));
        await Coordinator.TickAsync(CancellationToken.None);
        await AfterEachStep();
    }

    /// <summary>What a peer is told in a round from a place on.</summary>
    public IReadOnlyList<RoundCommand> Hear(PeerId peer, ulong round, int after = 0) => Hear(Coordinator, peer, round, after);

    public static RoundCommand? Read(byte[] bytes, PeerId peer) =>
        Net.Envelopes.Envelope.OfLog(bytes) is { } envelope ? HubMessages.Read(envelope.Kind, peer, envelope.Body.Span) : null;

    public static IReadOnlyList<RoundCommand> Hear(Coordinator coordinator, PeerId peer, ulong round, int after = 0) =>
    [
        .. Heard.Read(coordinator.Hear(peer, round, after))!.Envelopes.Select(bytes => Read([.. bytes.Span], peer)!),
    ];

    public async Task<Lease> LeaseAsync(PeerId peer)
    {
        Assert.Equal("Taken", await TellAsync(peer, PeerMessages.AskLease(stepsASecond: 0.08)));
        return Hear(peer, Round).OfType<GrantLease>().Last().Lease;
    }

    public Task<string> CommitAsync(Lease lease) => TellAsync(lease.Peer, PeerMessages.Commit(PlayedRound.CommitmentOf(lease)));

    public Task<string> RevealAsync(Lease lease) => TellAsync(lease.Peer, PeerMessages.Reveal(new Revelation(PlayedRound.Marks(lease.Peer, lease.Segments))));

    /// <summary>Peers take leases, commit and reveal.</summary>
    public async Task TrainAsync(params PeerId[] peers)
    {
        var leases = new List<Lease>();
        foreach (var peer in peers)
        {
            leases.Add(await LeaseAsync(peer));
        }

        foreach (var lease in leases)
        {
            Assert.Equal("Taken", await CommitAsync(lease));
        }

        await WaitAsync(20);
        foreach (var lease in leases)
        {
            Assert.Equal("Taken", await RevealAsync(lease));
        }
    }

    /// <summary>A peer takes a lease, commits to one segment and reveals it.</summary>
    public async Task CommitOneSegmentAsync(PeerId peer)
    {
        var lease = await LeaseAsync(peer);
        var marks = PlayedRound.Marks(peer, 1);
        var commitment = PlayedRound.CommitmentOf(lease) with { Chain = SegmentChain.EndOf(lease, marks), Segments = 1 };
        Assert.Equal("Taken", await TellAsync(peer, PeerMessages.Commit(commitment)));
        await WaitAsync(20);
        Assert.Equal("Taken", await TellAsync(peer, PeerMessages.Reveal(new Revelation(marks))));
    }

    /// <summary>The hub does what it has to do.</summary>
    public async Task<bool> WorkAsync(bool isBetter = true)
    {
        var order = Take();
        var isTaken = await Coordinator.FinishWorkAsync(order.Token, order.Kind.Number, AnswerTo(order, isBetter), CancellationToken.None);
        await AfterEachStep();
        return isTaken;
    }

    public WorkOrder Take() => WorkOrder.Read(Coordinator.LeaseWork() ?? throw new InvalidOperationException("there is no work"))!;

    public static ReadOnlyMemory<byte> AnswerTo(WorkOrder order, bool isBetter = true)
    {
        var candidate = BlobId.Of([.. "candidate"u8, (byte)order.Round]);
        if (order.Kind == MessageKinds.Ruling)
        {
            return RulingOn(order, isBetter);
        }

        RoundEvent answer =
            order.Kind == MessageKinds.Screening ? new Screened(default, order.Updates.ToDictionary(one => one.Peer, _ => ScreenFault.None), order.Updates.ToDictionary(one => one.Peer, _ => 0.25), default)
            : order.Kind == MessageKinds.Valuing ? new ClipsValued(default, order.Updates[0].Peer, [.. order.Updates.Select(one => ClipOf(one.Peer, one.Update))])
            : order.Kind == MessageKinds.Merging ? new Merged(default, candidate, new MergeResult("test", 1.5, [.. order.Updates.Select(one => new MergedPeer(one.Weight, 2, 1, 0.5))]) { Momentum = MomentumOf(order.Round) })
            : new Gated(default, new GateResult(candidate.ToString(), order.Base.ToString(), isBetter ? GateVerdict.Better : GateVerdict.NotBetter, 30, 0.1, [0.5, 1.5], []));
        return HubNotes.Of(answer)!.Body;
    }

    /// <summary>The momentum of the model that is merged in a round.</summary>
    public static BlobId MomentumOf(ulong round) => BlobId.Of([.. "momentum"u8, (byte)round]);

    // Worth more or less by its hash.
    public static SharedClip ClipOf(PeerId peer, BlobId file) =>
        new(peer, file, Genesis.Recipe, Digest.Of("test/scene/", System.Text.Encoding.ASCII.GetBytes(file.ToString())), 8 + (file.ToString()[0] % 8), 20);

    private static ReadOnlyMemory<byte> RulingOn(WorkOrder order, bool isLiar)
    {
        var (lease, segment) = (order.Case!.Segment.Lease, order.Case.Segment.Segment);
        return HubNotes.Of(new Ruled(default, lease.Peer, segment, DisputeMoves.RulingOf(order.Case, isLiar)))!.Body;
    }

    /// <summary>All send evidence, answer as verifiers and show states, and the hub decides disputes as it finds itself, until nobody is asked any more.</summary>
    public async Task VerifyAsync(Func<PeerId, PeerId, ReplayOutcome?>? finds = null)
    {
        for (var isNew = true; isNew;)
        {
            isNew = false;
            foreach (var peer in Everybody.ToList())
            {
                foreach (var message in Hear(peer, Round).SelectMany(command => AnswersOf(peer, command, finds ?? ((_, _) => ReplayOutcome.Same))).ToList())
                {
                    await TellAsync(peer, message);
                    isNew = true;
                }
            }

            if (Stage == RoundStage.Verifying && Coordinator.LeaseWork() is { } work)
            {
                var order = WorkOrder.Read(work)!;
                var lies = order.Case is { } disputed && finds?.Invoke(Hub, disputed.Segment.Lease.Peer) == ReplayOutcome.Different;
                await Coordinator.FinishWorkAsync(order.Token, order.Kind.Number, AnswerTo(order, lies), CancellationToken.None);
                await AfterEachStep();
                isNew = true;
            }
        }
    }

    /// <summary>A whole round.</summary>
    public async Task<RoundRecord> PlayAsync(Func<PeerId, PeerId, ReplayOutcome?>? finds, params PeerId[] peers)
    {
        await TrainAsync(peers);
        Assert.True(await WorkAsync());
        await VerifyAsync(finds);
        while (Stage != RoundStage.Closed)
        {
            Assert.True(await WorkAsync());
        }

        return Coordinator.LastRecord!;
    }

    public RoundOpening OpeningOf(ulong round) =>
        HubNotes.ReadOpening(Net.Envelopes.Envelope.OfLog(Log[round][0].Envelope)!.Body.Span, Hub)!;

    public int TicksIn(ulong round) => Log[round].Count(entry => Net.Envelopes.Envelope.OfLog(entry.Envelope)!.Kind == MessageKinds.Tick);

    public void Dispose()
    {
        foreach (var (identity, _) in _peers.Values)
        {
            identity.Dispose();
        }
    }

    private PeerId Join(PeerIdentity peer)
    {
        _peers.Add(peer.Id, (peer, new EnvelopeWriter(peer, Some.Garden, MessageKinds.FromPeers, Clock)));
        return peer.Id;
    }

    private IEnumerable<Message> AnswersOf(PeerId peer, RoundCommand command, Func<PeerId, PeerId, ReplayOutcome?> finds) => command switch
    {
        AskForEvidence ask => ask.Segments.Where(segment => _answered.Add((Round, peer, peer, segment, false)))
            .Select(segment => PeerMessages.GiveEvidence(segment, EvidenceOf(peer, segment))),
        AskToReplay ask when finds(peer, ask.Lease.Peer) is { } outcome && _answered.Add((Round, peer, ask.Lease.Peer, ask.Segment, true)) =>
            [PeerMessages.GiveOutcome(ask.Lease.Peer, ask.Segment, new ReplayFinding(outcome, ""))],
        AskForState ask when _shown.Add((Round, peer, ask.Trainer, ask.Segment, ask.Step)) =>
            [PeerMessages.ShowState(ask.Trainer, ask.Segment, ask.Step, DisputeMoves.State(peer == ask.Trainer || finds(Hub, ask.Trainer) == ReplayOutcome.Different ? "right" : "slander"))],
        _ => [],
    };

    public static BlobId EvidenceOf(PeerId peer, int segment) => BlobId.Of(System.Text.Encoding.ASCII.GetBytes($"{peer}/{segment}"));
}
