using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Rounds.Clips;
using BlockAssist.Net.Rounds.Disputes;

namespace BlockAssist.Net.Tests.Rounds;

/// <summary>A round with peers who do what is told of them, and everything that happened in it.</summary>
internal sealed class PlayedRound
{
    public static readonly byte[] Secret = [.. Enumerable.Range(0, Beacon.SecretBytes).Select(number => (byte)number)];

    private readonly Round _round;
    private readonly List<(RoundEvent Event, IReadOnlyList<RoundCommand> Commands)> _log = [];

    public PlayedRound(Roster? roster = null, RoundTerms? terms = null, EarlierPlay? earlier = null)
    {
        (Roster, FirstTerms) = (roster ?? new Roster { Verifiers = [Peer(200), Peer(201), Peer(202)] }, terms ?? Terms());
        _round = new Round(FirstTerms, Roster, earlier: earlier);
    }

    public Roster Roster { get; }

    public RoundTerms FirstTerms { get; }

    public RoundStage Stage => _round.Stage;

    public RoundRecord Record => _round.Record ?? throw new InvalidOperationException($"the round is still at {_round.Stage}");

    public IReadOnlyList<RoundEvent> Events => [.. _log.Select(one => one.Event)];

    public IReadOnlyList<Judge> Cases => [.. _round.Cases];

    public DateTimeOffset? Due => _round.Due;

    public IEnumerable<RoundCommand> Commands => _log.SelectMany(one => one.Commands);

    public DateTimeOffset Now { get; set; } = Some.Noon;

    /// <summary>What play a verifier sees with the segments of a peer.</summary>
    public Func<PeerId, PeerId, IReadOnlyList<PlaySeen>> Shows { get; init; } = (_, _) => [];

    /// <summary>Who does not show states.</summary>
    public HashSet<PeerId> Silent { get; } = [];

    public static PeerId Peer(byte number)
    {
        var key = new byte[PeerId.Bytes];
        key.AsSpan().Fill(number);
        return new PeerId(key);
    }

    public static RoundTerms Terms() => new()
    {
        Number = 7,
        Base = BlobId.Of("base"u8),
        Recipe = Digest.Of("test/recipe/", [1]),
        Secret = Beacon.NameOf(Secret),
        Opens = Some.Noon,
        CommitBy = Some.Noon.AddMinutes(20),
        RevealBy = Some.Noon.AddMinutes(25),
        VerifyBy = Some.Noon.AddMinutes(45),
    };

    public static IReadOnlyList<SegmentMark> Marks(PeerId peer, int count)
    {
        var name = System.Text.Encoding.ASCII.GetBytes(peer.ToString());
        return [.. Enumerable.Range(0, count).Select(number => new SegmentMark(Digest.Of("test/state/", [.. name, (byte)number]), Digest.Of("test/lessons/", [.. name, (byte)number]), number))];
    }

    public static Commitment CommitmentOf(Lease lease) =>
        new(SegmentChain.EndOf(lease, Marks(lease.Peer, lease.Segments)), lease.Segments, BlobId.Of(System.Text.Encoding.ASCII.GetBytes(lease.Peer.ToString())), 1000, 100 * lease.Segments, "cpu");

    public IReadOnlyList<RoundCommand> Do(RoundEvent happened)
    {
        var commands = _round.Handle(happened);
        _log.Add((happened, commands));
        return commands;
    }

    public IReadOnlyList<RoundCommand> Wait(double minutes)
    {
        Now = Now.AddMinutes(minutes);
        return Do(new TimePassed(Now));
    }

    /// <summary>Asks for a lease of ten segments.</summary>
    public Lease Lease(PeerId peer)
    {
        var speed = 10.5 * FirstTerms.StepsASegment / (FirstTerms.CommitBy - Now).TotalSeconds / 0.7;
        return Assert.Single(Do(new LeaseAsked(Now, peer, speed)).OfType<GrantLease>()).Lease;
    }

    public void Commit(Lease lease) => Assert.Empty(Do(new Committed(Now, lease.Peer, CommitmentOf(lease))));

    public IReadOnlyList<RoundCommand> Reveal(Lease lease) => Do(new Revealed(Now, lease.Peer, new Revelation(Marks(lease.Peer, lease.Segments))));

    /// <summary>Peers take leases, commit and reveal.</summary>
    /// <returns>What the last to reveal brings about.</returns>
    public IReadOnlyList<RoundCommand> Train(params PeerId[] peers)
    {
        Lease[] leases = [.. peers.Select(Lease)];
        Array.ForEach(leases, Commit);
        Wait(20);
        return [.. leases.Select(Reveal).ToList()[^1]];
    }

    /// <summary>Peers train, and their updates pass the screen.</summary>
    public IReadOnlyList<RoundCommand> TrainAndScreen(params PeerId[] peers)
    {
        Train(peers);
        return Screen();
    }

    public IReadOnlyList<RoundCommand> Screen(IReadOnlyDictionary<PeerId, ScreenFault>? faults = null, IReadOnlyDictionary<PeerId, double>? gains = null) =>
        Do(new Screened(Now, faults ?? new Dictionary<PeerId, ScreenFault>(), gains ?? new Dictionary<PeerId, double>(), Secret));

    /// <summary>All send evidence, all verifiers answer, both sides of disputes show states and the referee decides, until nobody is asked any more.</summary>
    /// <param name="commands">What was asked.</param>
    /// <param name="finds">What a verifier finds in a peer's segment; null where it does not answer. Whom all find different lies in the last step.</param>
    public IReadOnlyList<RoundCommand> Verify(IReadOnlyList<RoundCommand> commands, Func<PeerId, PeerId, ReplayOutcome?>? finds = null)
    {
        var (open, last) = (new Queue<RoundCommand>(commands), commands);
        while (open.TryDequeue(out var command))
        {
            foreach (var happened in Answers(command, finds ?? ((_, _) => ReplayOutcome.Same)))
            {
                last = Do(happened);
                foreach (var next in last)
                {
                    open.Enqueue(next);
                }
            }
        }

        return last;
    }

    public void MergeAndPlay(bool isBetter = true)
    {
        var candidate = BlobId.Of("merged"u8);
        Do(new Merged(Now, candidate, new MergeResult("test", 1, [])));
        var verdict = isBetter ? GateVerdict.Better : GateVerdict.NotBetter;
        Do(new Gated(Now, new GateResult(candidate.ToString(), FirstTerms.Base.ToString(), verdict, 30, 0.1, [], [])));
    }

    public StateShown Show(AskForState ask, string state) => new(Now, ask.Peer, ask.Trainer, ask.Segment, ask.Step, DisputeMoves.State(state));

    public Ruled Rule(Judge judge, Ruling ruling) => new(Now, judge.Segment.Lease.Peer, judge.Segment.Segment, ruling);

    public CreditReason ReasonOf(PeerId peer) => Record.Credits.Single(line => line.Peer == peer).Reason;

    private IEnumerable<RoundEvent> Answers(RoundCommand command, Func<PeerId, PeerId, ReplayOutcome?> finds) => command switch
    {
        AskForEvidence ask => ask.Segments.Select(segment => new EvidenceGiven(Now, ask.Peer, segment, BlobId.Of("evidence"u8))),
        AskToReplay ask when finds(ask.Verifier, ask.Lease.Peer) is { } outcome =>
            [new Replayed(Now, ask.Verifier, ask.Lease.Peer, ask.Segment, outcome, 0) { Play = Shows(ask.Verifier, ask.Lease.Peer) }],
        AskForState ask when !Silent.Contains(ask.Peer) => [Show(ask, ask.Peer == ask.Trainer || Roster.Verifiers.All(one => finds(one, ask.Trainer) == ReplayOutcome.Different) ? "right" : "slander")],
        Judge judge => [Rule(judge, DisputeMoves.RulingOf(judge, Roster.Verifiers.All(one => finds(one, judge.Segment.Lease.Peer) == ReplayOutcome.Different)))],
        _ => [],
    };
}
