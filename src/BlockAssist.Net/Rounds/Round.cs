using BlockAssist.Net.Blobs;
using BlockAssist.Net.Gates;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Merging;
using BlockAssist.Net.Rounds.Clips;
using Stateless;

namespace BlockAssist.Net.Rounds;

/// <summary>A round from its opening to its close: peers train, commit, reveal; what they did is screened, verified, merged and tried.</summary>
/// <remarks>
/// Depends on nothing but its terms, the roster and the events in order: it reads no clock and draws nothing but by the beacon. Whoever keeps the
/// events can bring it back after a crash, and anybody who has them can check every credit. Belongs to one thread.
/// </remarks>
public sealed class Round
{
    private readonly StateMachine<RoundStage, RoundStage> _machine = new(RoundStage.Training, FiringMode.Queued);
    private readonly SortedDictionary<PeerId, Participant> _participants = [];
    private readonly List<RoundCommand> _commands = [];
    private readonly Roster _roster;
    private readonly TrustPolicy _trust;
    private readonly EarlierPlay _earlier;
    private readonly ClipOffers _clips;
    private Verification? _verification;
    private Dictionary<PeerId, double> _weights = [];
    private MergeResult? _merge;
    private BlobId _candidate;
    private bool _isExtended;
    private int _commitments;

    /// <summary>Opens a round.</summary>
    /// <param name="terms">Its terms.</param>
    /// <param name="roster">What is known of peers.</param>
    /// <param name="trust">How closely they are watched.</param>
    /// <param name="earlier">The play of earlier rounds.</param>
    public Round(RoundTerms terms, Roster roster, TrustPolicy? trust = null, EarlierPlay? earlier = null)
    {
        (Terms, _roster, _trust, _earlier) = (terms, roster, trust ?? new TrustPolicy(), earlier ?? EarlierPlay.None);
        _clips = new ClipOffers(_earlier.Clips);
        Allow(RoundStage.Training, RoundStage.Revealing, RoundStage.Closed);
        Allow(RoundStage.Revealing, RoundStage.Screening, RoundStage.Closed);
        Allow(RoundStage.Screening, RoundStage.Verifying, RoundStage.Closed);
        Allow(RoundStage.Verifying, RoundStage.Merging, RoundStage.Closed);
        Allow(RoundStage.Merging, RoundStage.Gating);
        Allow(RoundStage.Gating, RoundStage.Closed);
    }

    /// <summary>Its terms; with other times once it was extended.</summary>
    public RoundTerms Terms { get; private set; }

    /// <summary>Where it is.</summary>
    public RoundStage Stage => _machine.State;

    /// <summary>What came of it; null before it is closed.</summary>
    public RoundRecord? Record { get; private set; }

    /// <summary>How many peers have a lease.</summary>
    public int Peers => _participants.Count;

    /// <summary>When time alone changes something, if nothing is said before; null if only somebody's word does.</summary>
    public DateTimeOffset? Due => Stage switch
    {
        RoundStage.Training => Terms.CommitBy,
        RoundStage.Revealing => Terms.RevealBy,
        RoundStage.Verifying => _verification!.Due,
        _ => null,
    };

    /// <summary>What is disputed and waits for the referee.</summary>
    public IEnumerable<Judge> Cases => IsVerifying ? _verification!.Cases : [];

    /// <summary>The clips that wait to be valued; null if none do, or it is too late for that.</summary>
    public Value? Unvalued => Stage is RoundStage.Training or RoundStage.Revealing or RoundStage.Verifying ? _clips.Next : null;

    /// <summary>The clips that its record names, or may come to name.</summary>
    public IEnumerable<BlobId> Clips => Record?.Clips.Select(clip => clip.File) ?? _clips.Open;

    /// <summary>What a peer bound itself to; null if it did not.</summary>
    public Commitment? CommitmentOf(PeerId peer) => ParticipantOf(peer)?.Commitment;

    /// <summary>Takes in what happened.</summary>
    /// <returns>What is to be done.</returns>
    public IReadOnlyList<RoundCommand> Handle(RoundEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        _commands.Clear();
        switch (happened)
        {
            case LeaseAsked asked: Grant(asked); break;
            case Committed committed: Commit(committed); break;
            case Revealed revealed: Reveal(revealed); break;
            case Screened screened when Stage == RoundStage.Screening: Draw(screened); break;
            case EvidenceGiven given: RefuseIf(given.Peer, IsVerifying && _verification!.Take(given) ? null : RoundRefusal.NotAsked); break;
            case Replayed replayed: RefuseIf(replayed.Verifier, IsVerifying && _verification!.Take(replayed) ? null : RoundRefusal.NotAsked); break;
            case StateShown shown: RefuseIf(shown.Peer, IsVerifying && _verification!.Take(shown) ? null : RoundRefusal.NotAsked); break;
            case Ruled ruled when IsVerifying: _verification!.Take(ruled); break;
            case ClipsOffered offered: Offer(offered); break;
            case ClipsValued valued: _clips.Take(valued); break;
            case Resumed resumed when Stage < RoundStage.Merging: Lengthen(resumed.Longer); break;
            case Merged merged when Stage == RoundStage.Merging: TakeMerge(merged); break;
            case Gated gated when Stage == RoundStage.Gating: EndWith(gated.Result); break;
            default: break;
        }

        Advance(happened.At);
        return [.. _commands];
    }

    private bool IsVerifying => Stage == RoundStage.Verifying;

    private void Allow(RoundStage from, params RoundStage[] to)
    {
        var state = _machine.Configure(from);
        foreach (var next in to)
        {
            state.Permit(next, next);
        }
    }

    private void Grant(LeaseAsked asked)
    {
        var known = ParticipantOf(asked.Peer);
        var refusal = Stage != RoundStage.Training || asked.At >= Terms.CommitBy ? RoundRefusal.WrongTime
            : _roster.Banned.Contains(asked.Peer) ? RoundRefusal.Banned
            : known is null && _participants.Count >= Terms.MostLeases ? RoundRefusal.Full
            : (RoundRefusal?)null;
        if (refusal is { } reason)
        {
            _commands.Add(new Refuse(asked.Peer, reason));
            return;
        }

        // Who comes back gets the lease that it had.
        if ((known?.Lease ?? new LeasePlan(Terms).For(asked.Peer, asked.StepsASecond, asked.At)) is not { } lease)
        {
            _commands.Add(new Refuse(asked.Peer, RoundRefusal.TooSlow));
            return;
        }

        _participants.TryAdd(asked.Peer, new Participant(lease));
        _commands.Add(new GrantLease(lease));
    }

    private void Commit(Committed committed)
    {
        var participant = ParticipantOf(committed.Peer);
        var isFirst = participant?.Commitment is null;
        var refusal = Stage != RoundStage.Training || committed.At >= Terms.CommitBy ? RoundRefusal.WrongTime
            : participant is null ? RoundRefusal.NoLease
            : participant.Commit(committed.Commitment, _commitments);
        _commitments += isFirst && refusal is null ? 1 : 0;
        RefuseIf(committed.Peer, refusal);
    }

    private void Reveal(Revealed revealed)
    {
        var participant = ParticipantOf(revealed.Peer);
        var refusal = Stage != RoundStage.Revealing || revealed.At >= Terms.RevealBy ? RoundRefusal.WrongTime
            : participant is null ? RoundRefusal.NoLease
            : participant.Reveal(revealed.Revelation);
        if (refusal == RoundRefusal.Mismatch)
        {
            participant!.Fault = CreditReason.Mismatch;
        }

        RefuseIf(revealed.Peer, refusal);
    }

    private void Offer(ClipsOffered offered) => RefuseIf(
        offered.Peer,
        Stage != RoundStage.Training || offered.At >= Terms.CommitBy ? RoundRefusal.WrongTime
        : _roster.Banned.Contains(offered.Peer) ? RoundRefusal.Banned
        : _clips.Take(offered));

    private void Draw(Screened screened)
    {
        if (Beacon.NameOf(screened.Secret.Span) != Terms.Secret)
        {
            throw new ArgumentException("the secret is not the one that was named when the round opened", nameof(screened));
        }

        var chains = Running.ToDictionary(one => one.Lease.Peer, one => one.Commitment!.Chain);
        foreach (var one in Running)
        {
            var peer = one.Lease.Peer;
            one.Gain = screened.Gains.GetValueOrDefault(peer);
            one.Fault = screened.Faults.GetValueOrDefault(peer) switch
            {
                ScreenFault.None => null,
                ScreenFault.Copy => CreditReason.Copied,
                _ => CreditReason.Implausible,
            };
        }

        _machine.Fire(RoundStage.Verifying);
        _verification = new Verification(Terms, _roster, _trust, Running, _commands);
        _verification.Begin(new ChallengeDraw(Beacon.Of(screened.Secret.Span, chains)), screened.At);
    }

    private void TakeMerge(Merged merged)
    {
        (_merge, _candidate) = (merged.Result, merged.Candidate);
        _machine.Fire(RoundStage.Gating);
        _commands.Add(new Gate(merged.Candidate));
    }

    private void Advance(DateTimeOffset now)
    {
        switch (Stage)
        {
            case RoundStage.Training when now >= Terms.CommitBy: EndTraining(); break;
            case RoundStage.Revealing when now >= Terms.RevealBy || _participants.Values.All(one => one.Commitment is null || one.Revelation is not null || one.Fault is not null): EndRevealing(); break;
            case RoundStage.Verifying when _verification!.IsOver(now): EndVerifying(); break;
            default: break;
        }
    }

    private void EndTraining()
    {
        var committed = _participants.Values.Where(one => one.Commitment is not null).OrderBy(one => one.Place).ToList();
        if (committed.Count >= Terms.FewestReveals)
        {
            _machine.Fire(RoundStage.Revealing);
            _commands.Add(new AskToReveal([.. committed.Select(one => one.Lease.Peer)]));
        }
        else if (!_isExtended)
        {
            Lengthen(Terms.CommitBy - Terms.Opens);
            _isExtended = true;
        }
        else
        {
            EndWith(null);
        }
    }

    // What is over stays over.
    private void Lengthen(TimeSpan longer)
    {
        Terms = Terms with
        {
            CommitBy = Stage == RoundStage.Training ? Terms.CommitBy + longer : Terms.CommitBy,
            RevealBy = Stage <= RoundStage.Revealing ? Terms.RevealBy + longer : Terms.RevealBy,
            VerifyBy = Terms.VerifyBy + longer,
        };
        _verification?.Lengthen(longer);
        _commands.Add(new Extend(Terms));
    }

    private void EndRevealing()
    {
        var running = Running.OrderBy(one => one.Place).ToList();
        if (running.Count < Terms.FewestReveals)
        {
            EndWith(null);
            return;
        }

        _machine.Fire(RoundStage.Screening);
        var names = running.Where(one => _trust.ReputationOf(_roster.VerifiedRounds.GetValueOrDefault(one.Lease.Peer)) > 0).ToHashSet();
        _commands.Add(new Screen([.. running.Select(one => (one.Lease.Peer, one.Commitment!.Update, one.Commitment.Segments, names.Count == 0 || names.Contains(one)))]));
    }

    private void EndVerifying()
    {
        foreach (var slanderer in _verification!.Slanderers)
        {
            ParticipantOf(slanderer)?.Slander();
        }

        var running = Running.OrderBy(one => one.Place).ToList();
        _weights = WeightsOf(running);
        if (!_weights.Values.Any(weight => weight > 0))
        {
            EndWith(null);
            return;
        }

        _machine.Fire(RoundStage.Merging);
        _commands.Add(new Merge([.. running.Select(one => (one.Lease.Peer, one.Commitment!.Update, _weights[one.Lease.Peer]))]));
    }

    // Where nobody has a name yet, all whose work was verified count alike: somebody must begin.
    private Dictionary<PeerId, double> WeightsOf(List<Participant> running)
    {
        double[] reputations = [.. running.Select(one => _trust.ReputationOf(_roster.VerifiedRounds.GetValueOrDefault(one.Lease.Peer)))];
        var isNew = reputations.All(reputation => reputation == 0);
        var weights = MergeWeights.Of([.. running.Zip(reputations, (one, reputation) => (one.Commitment!.Segments, isNew ? 1 : reputation))]);
        return running.Zip(weights).ToDictionary(one => one.First.Lease.Peer, one => one.Second);
    }

    private void EndWith(GateResult? gate)
    {
        _machine.Fire(RoundStage.Closed);
        var play = _merge is null ? [] : new NewPlay(_earlier).Of(Running);
        Record = new RoundClosing(Terms, [.. _participants.Values], _weights, _verification?.Slanderers ?? [], play, _clips.Best()).Of(_merge, _candidate, gate);
        _commands.Add(new Close(Record));
    }

    private List<Participant> Running => [.. _participants.Values.Where(one => one.IsRunning)];

    private Participant? ParticipantOf(PeerId peer) => _participants.GetValueOrDefault(peer);

    private void RefuseIf(PeerId peer, RoundRefusal? refusal)
    {
        if (refusal is { } reason)
        {
            _commands.Add(new Refuse(peer, reason));
        }
    }
}
