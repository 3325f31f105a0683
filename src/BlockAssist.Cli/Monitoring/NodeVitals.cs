using BlockAssist.Cli.Swarm;
using BlockAssist.Net.Links;
using BlockAssist.Net.Peers;
using BlockAssist.Net.Rounds;

namespace BlockAssist.Cli.Monitoring;

/// <summary>What a node that runs knows of itself since its start: what it counted, when something last moved, whom it reaches. Any thread may ask.</summary>
/// <param name="clock">The clock.</param>
internal sealed class NodeVitals(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly long _started = clock.GetTimestamp();
    private readonly Dictionary<CreditReason, (int Rounds, double Amount)> _credits = [];
    private readonly int[] _replays = new int[3];
    private VitalCounts _counts = new();
    private NodeStatus? _status;
    private SwarmLink? _link;
    private Func<long>? _bytesToday;
    private long _said = clock.GetTimestamp();
    private long _moved = clock.GetTimestamp();
    private TimeSpan _longestPause;
    private bool _trains;

    /// <summary>How many bytes may go over the network in a day; null where there is no bound.</summary>
    public long? BytesADay { get; init; }

    /// <summary>Since when it runs.</summary>
    public TimeSpan Age => clock.GetElapsedTime(_started);

    /// <summary>What is known now, all of one moment.</summary>
    public NodeMoment Now()
    {
        lock (_lock)
        {
            return new NodeMoment(_status, _counts)
            {
                HasBegun = _link is not null,
                SinceAnswer = _link?.SinceAnswer,
                BytesSent = _link?.BytesSent,
                BytesReceived = _link?.BytesReceived,
                Credits = new Dictionary<CreditReason, (int, double)>(_credits),
                Replays = [.. _replays],
                BytesToday = _bytesToday?.Invoke(),
                SinceNews = clock.GetElapsedTime(_said),
                SinceStep = _trains ? clock.GetElapsedTime(_moved) : null,
                LongestStep = _longestPause,
            };
        }
    }

    /// <summary>Its peer begins to take part.</summary>
    /// <param name="link">Its way to the hub.</param>
    /// <param name="bytesToday">How many bytes went over the network today.</param>
    public void Begin(SwarmLink link, Func<long> bytesToday)
    {
        lock (_lock)
        {
            (_link, _bytesToday) = (link, bytesToday);
        }
    }

    /// <summary>Something happened, and this is what it does since.</summary>
    public void Note(PeerNews news, NodeStatus status)
    {
        lock (_lock)
        {
            (_status, _said) = (status, clock.GetTimestamp());
            Count(news);
            switch (news)
            {
                case TrainingLease training when training.Segments < training.Lease.Segments:
                    _longestPause = _trains && clock.GetElapsedTime(_moved) is var took && took > _longestPause ? took : _longestPause;
                    (_trains, _moved) = (true, _said);
                    break;
                case AskedForLease { Answer: "Taken" }:
                    (_trains, _moved) = (true, _said);
                    break;
                case TrainingLease or SpokeOfWork or RoundOver or FoundSwarm:
                    _trains = false;
                    break;
            }
        }
    }

    /// <summary>Whether it may train was asked: while it may not, nobody waits for a step.</summary>
    /// <returns>What was said.</returns>
    public bool NotePermit(bool given)
    {
        lock (_lock)
        {
            _moved = given ? _moved : clock.GetTimestamp();
            return given;
        }
    }

    private void Count(PeerNews news)
    {
        _counts = news switch
        {
            AskedForLease { Answer: "Taken" } => _counts with { Leases = _counts.Leases + 1 },
            AskedForLease => _counts with { Refused = _counts.Refused + 1 },
            TrainingLease { Segments: > 0 } => _counts with { Segments = _counts.Segments + 1 },
            ModelCame => _counts with { Models = _counts.Models + 1 },
            ClipsCame came => _counts with { ClipsReceived = _counts.ClipsReceived + came.Sound },
            OfferedClips { Answer: "Taken" } offered => _counts with { ClipsOffered = _counts.ClipsOffered + offered.Clips },
            Trouble => _counts with { Troubles = _counts.Troubles + 1 },
            RoundOver { IsMissed: false } => _counts with { Rounds = _counts.Rounds + 1 },
            _ => _counts,
        };
        if (news is ReplayedSegment { Finding.Outcome: var outcome } && (int)outcome < _replays.Length)
        {
            _replays[(int)outcome]++;
        }
        else if (news is RoundOver { Own: { } own })
        {
            var (rounds, amount) = _credits.GetValueOrDefault(own.Reason);
            _credits[own.Reason] = (rounds + 1, amount + own.Amount);
        }
    }
}
