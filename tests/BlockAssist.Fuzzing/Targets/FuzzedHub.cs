using BlockAssist.Fuzzing.Engine;
using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Hub;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Messages;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>A hub without servers around it: a coordinator, and its logs in memory.</summary>
internal sealed class FuzzedHub : ISwarmHub
{
    private const int MostEntries = 500;

    private readonly PeerIdentity _hub;
    private readonly EnvelopeWriter _peer;
    private MemoryLog _log = new();
    private Coordinator? _coordinator;

    /// <summary>A hub at its first round.</summary>
    /// <param name="room">Where it ends.</param>
    public FuzzedHub(FuzzRoom room)
    {
        _hub = room.Own(SeedMessages.Identity(100));
        _peer = new EnvelopeWriter(room.Own(SeedMessages.Identity(1)), SeedMessages.Network, MessageKinds.FromPeers, TimeProvider.System);
    }

    private Coordinator Coordinator
    {
        get
        {
            if (_coordinator is null || _log.Count > MostEntries)
            {
                _log = new MemoryLog();
                var options = new CoordinatorOptions
                {
                    Genesis = new Genesis(BlobId.Of("base"u8), BlobId.Of("recipe"u8).Digest),
                    LengthOf = (_, _) => Task.FromResult<long?>(1000),
                    Verifiers = () => [_hub.Id],
                };
                _coordinator = new Coordinator(_hub.Id, options, _log, new EnvelopeWriter(_hub, SeedMessages.Network, MessageKinds.FromHub, TimeProvider.System), TimeProvider.System);
                _coordinator.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
            }

            return _coordinator;
        }
    }

    /// <summary>Says one message after the other, each behind its length and its kind.</summary>
    public void Tell(byte[] conversation)
    {
        for (var at = 0; at + 3 <= conversation.Length;)
        {
            var (length, kind) = (BitConverter.ToUInt16(conversation, at), new EnvelopeKind(conversation[at + 2]));
            var body = conversation.AsSpan(at + 3, Math.Min(length, conversation.Length - at - 3));
            at += 3 + length;
            if (MessageKinds.FromPeers.BodyOf(kind) >= body.Length)
            {
                TellAsync(_peer.Write(kind, 1, body)).GetAwaiter().GetResult();
                Coordinator.Hear(_hub.Id, 1, 0);
            }
        }
    }

    public Task<byte[]> WelcomeAsync() => Task.FromResult(Coordinator.Welcome());

    public async Task<string> TellAsync(byte[] envelope) => (await Coordinator.TellAsync(envelope, CancellationToken.None)).Word;

    public Task<byte[]> HearAsync(byte[] peer, ulong round, int after) => Task.FromResult(Coordinator.Hear(new PeerId(peer), round, after));

    public Task<byte[]?> RecordAsync(ulong round) => Coordinator.RecordAsync(round, CancellationToken.None);

    public Task<byte[]> NewsAsync(long version) => Task.FromResult(Coordinator.NewsSince(version).ToBytes());

    public Task<byte[]> KeptAsync() => Task.FromResult(Coordinator.Kept());

    public Task<byte[]?> LeaseWorkAsync(CancellationToken cancellation) => Task.FromResult(Coordinator.LeaseWork());

    public Task<bool> BeatWorkAsync(string token, CancellationToken cancellation) => Task.FromResult(Coordinator.BeatWork(token));

    public Task<bool> FinishWorkAsync(string token, uint kind, byte[] body, CancellationToken cancellation) => Coordinator.FinishWorkAsync(token, kind, body, CancellationToken.None);

    /// <summary>Logs that end with the process.</summary>
    private sealed class MemoryLog : IRoundLog
    {
        private readonly Dictionary<ulong, List<LogEntry>> _rounds = [];

        public int Count => _rounds.Values.Sum(entries => entries.Count);

        public Task<ulong> LastRoundAsync(CancellationToken cancellation) => Task.FromResult(_rounds.Keys.DefaultIfEmpty().Max());

        public Task<IReadOnlyList<LogEntry>> ReadAsync(ulong round, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<LogEntry>>([.. _rounds.GetValueOrDefault(round) ?? []]);

        public Task<LogEntry?> LastAsync(ulong round, CancellationToken cancellation) => Task.FromResult(_rounds.GetValueOrDefault(round)?.LastOrDefault());

        public Task AppendAsync(ulong round, int place, LogEntry entry, CancellationToken cancellation)
        {
            _rounds.TryAdd(round, []);
            if (_rounds[round].Count != place)
            {
                throw new LogConflictException(round, place);
            }

            _rounds[round].Add(entry);
            return Task.CompletedTask;
        }
    }
}
