using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Simulations.Clocks;
using BlockAssist.Net.Simulations.Learning;
using BlockAssist.Net.Simulations.Reports;

namespace BlockAssist.Net.Simulations.Hubs;

/// <summary>A real coordinator behind a real gate, in virtual time: what peers say arrives here, and who listens is answered when there is something new.</summary>
internal sealed class SimulatedHub : IDisposable
{
    private readonly VirtualTime _time;
    private readonly SimulatedHubOptions _options;
    private readonly SimulatedHubWork _work;
    private readonly CallTimes _calls;
    private readonly PeerIdentity _identity;
    private readonly EnvelopeGate _gate;
    private readonly Coordinator _coordinator;
    private readonly HashSet<BlobId> _blobs = [];
    private readonly Dictionary<PeerId, (ulong Round, int After, Action<byte[]> Answer)> _listeners = [];
    private long _told;
    private bool _isWorking;
    private bool _isTelling;
    private RoundRecord? _last;

    /// <summary>Starts one.</summary>
    /// <param name="setting">What it goes by.</param>
    /// <param name="learning">What it works on.</param>
    /// <param name="time">The time.</param>
    /// <param name="calls">Where to note how long calls really take.</param>
    public SimulatedHub(HubSetting setting, ISimulatedLearning learning, VirtualTime time, CallTimes calls)
    {
        (_time, _options, _calls) = (time, setting.Options, calls);
        _work = new SimulatedHubWork(learning, setting.Options);
        _identity = PeerIdentity.FromSeed(setting.Draws.Bytes(Digest.Bytes));
        var options = new CoordinatorOptions
        {
            Genesis = learning.Genesis,
            Plan = setting.Plan,
            Trust = setting.Trust,
            Verifiers = () => setting.Verifiers,
            LengthOf = (blob, _) => Task.FromResult(_blobs.Contains(blob) ? 0L : (long?)null),
            Secret = _ => setting.Draws.Bytes(Beacon.SecretBytes),
        };
        var (log, writer) = (new SimulatedLog(), new EnvelopeWriter(_identity, setting.Network, MessageKinds.FromHub, time));
        if (setting.Names.Count > 0)
        {
            EarlierRounds.Write(log, options, writer, _identity.Id, setting.Names, time.GetUtcNow());
        }

        _gate = new EnvelopeGate(
            new EnvelopeGateOptions { Network = setting.Network, Limits = MessageKinds.FromPeers, Senders = setting.Senders }, _ => SenderStanding.Admitted, time);
        _coordinator = new Coordinator(_identity.Id, options, log, writer, time);
        _coordinator.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
        (_told, _last) = (_coordinator.NewsSince(0).Version, _coordinator.LastRecord);
        _time.After(_options.Beat, Tick);
    }

    /// <summary>Who it is.</summary>
    public PeerId Id => _identity.Id;

    /// <summary>Told of each round that is closed.</summary>
    public Action<RoundRecord> OnClosed { get; set; } = _ => { };

    /// <summary>How many envelopes it has taken in hand.</summary>
    public long Handled { get; private set; }

    /// <summary>How many of them its gate turned away.</summary>
    public long Refused { get; private set; }

    /// <summary>Where the swarm is.</summary>
    public byte[] Welcome() => _coordinator.Welcome();

    /// <summary>A blob has arrived, whole.</summary>
    public void Keep(BlobId blob) => _blobs.Add(blob);

    /// <summary>An envelope arrives.</summary>
    /// <returns>The answer; null where the gate does not let it in.</returns>
    public Answer? Tell(byte[] envelope)
    {
        Handled++;
        if (!_gate.TryTake(envelope, out _, out _))
        {
            Refused++;
            return null;
        }

        var answer = _calls.Measure(() => _coordinator.TellAsync(envelope, CancellationToken.None).GetAwaiter().GetResult());
        Follow();
        return answer;
    }

    /// <summary>A peer listens until something is said to it.</summary>
    /// <param name="peer">The peer.</param>
    /// <param name="round">In which round.</param>
    /// <param name="after">From which place on.</param>
    /// <param name="answer">Takes a <see cref="Heard"/>.</param>
    public void Listen(PeerId peer, ulong round, int after, Action<byte[]> answer)
    {
        _listeners[peer] = (round, after, answer);
        AnswerIfNew(peer);
    }

    /// <summary>A peer has gone.</summary>
    public void Forget(PeerId peer) => _listeners.Remove(peer);

    /// <inheritdoc/>
    public void Dispose() => _identity.Dispose();

    private void Tick()
    {
        _coordinator.TickAsync(CancellationToken.None).GetAwaiter().GetResult();
        Follow();
        _time.After(_options.Beat, Tick);
    }

    private void Follow()
    {
        if (!_isTelling && _coordinator.NewsSince(_told) is { } news && news.Version != _told)
        {
            _isTelling = true;
            _time.After(_options.NewsEvery, TellNews);
        }

        if (!_isWorking && _coordinator.LeaseWork() is { } work)
        {
            Work(WorkOrder.Read(work)!);
        }

        if (!ReferenceEquals(_last, _coordinator.LastRecord) && _coordinator.LastRecord is { } record)
        {
            _last = record;
            OnClosed(record);
        }
    }

    private void TellNews()
    {
        var news = _coordinator.NewsSince(_told);
        (_told, _isTelling) = (news.Version, false);
        foreach (var peer in news.IsForAll ? [.. _listeners.Keys] : news.Peers)
        {
            AnswerIfNew(peer);
        }
    }

    private void AnswerIfNew(PeerId peer)
    {
        if (!_listeners.TryGetValue(peer, out var listener))
        {
            return;
        }

        var heard = _coordinator.Hear(peer, listener.Round, listener.After);
        if (Heard.Read(heard) is { Envelopes.Count: > 0 })
        {
            _listeners.Remove(peer);
            listener.Answer(heard);
        }
    }

    private void Work(WorkOrder order)
    {
        _isWorking = true;
        var (happened, takes) = _work.Do(order);
        if (happened is Merged { Result.Momentum: { } momentum })
        {
            Keep(momentum);
        }

        _time.After(takes, () =>
        {
            _isWorking = false;
            var note = HubNotes.Of(happened)!;
            _coordinator.FinishWorkAsync(order.Token, note.Kind.Number, note.Body, CancellationToken.None).GetAwaiter().GetResult();
            Follow();
        });
    }
}
