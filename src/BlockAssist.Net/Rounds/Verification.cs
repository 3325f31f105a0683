using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds.Disputes;

namespace BlockAssist.Net.Rounds;

/// <summary>The stage of a round in which drawn segments are trained again.</summary>
/// <param name="terms">The round's terms.</param>
/// <param name="roster">What is known of peers.</param>
/// <param name="trust">How closely they are watched.</param>
/// <param name="participants">Whose updates are in the running.</param>
/// <param name="commands">Where to say what is to be done.</param>
internal sealed class Verification(RoundTerms terms, Roster roster, TrustPolicy trust, IReadOnlyList<Participant> participants, List<RoundCommand> commands)
{
    private readonly Dictionary<PeerId, int> _places = participants.Select((one, place) => (one.Lease.Peer, place)).ToDictionary();
    private readonly SortedSet<PeerId> _slanderers = [];
    private readonly SortedSet<int> _touched = [.. Enumerable.Range(0, participants.Count)];
    private readonly SortedSet<int> _unsettled = [];
    private readonly SortedSet<int> _disputed = [];
    private readonly DueList _dues = new();
    private DateTimeOffset _until = terms.VerifyBy;
    private bool _isLate;

    /// <summary>Who said of others that they lied, and has lost the dispute over it.</summary>
    public IReadOnlyCollection<PeerId> Slanderers => _slanderers;

    /// <summary>What the referee has to do.</summary>
    public IEnumerable<Judge> Cases => _disputed.SelectMany(place => participants[place].Checks.Values).Select(check => check.Challenge?.Case).OfType<Judge>();

    /// <summary>Gives everybody more time.</summary>
    public void Lengthen(TimeSpan longer)
    {
        _until += longer;
        foreach (var check in participants.SelectMany(one => one.Checks.Values))
        {
            check.Lengthen(longer);
        }

        TouchAll();
    }

    /// <summary>Draws segments, and asks for the evidence of each.</summary>
    public void Begin(ChallengeDraw draw, DateTimeOffset now)
    {
        foreach (var one in participants)
        {
            var peer = one.Lease.Peer;
            var known = roster.VerifiedRounds.GetValueOrDefault(peer);
            var drawn = draw.SegmentsOf(peer, one.Commitment!.Segments, trust.ShareFor(known), trust.MustBeSeen(known));
            var asked = VerifiersOf(peer, draw);
            foreach (var segment in drawn)
            {
                one.Checks.Add(segment, new SegmentCheck(asked, _slanderers, now, terms.Patience));
            }

            if (drawn.Count > 0)
            {
                commands.Add(new AskForEvidence(peer, drawn));
            }
        }
    }

    /// <summary>Takes evidence.</summary>
    /// <returns>Whether anybody asked for it.</returns>
    public bool Take(EvidenceGiven given)
    {
        if (CheckOf(given.Peer, given.Segment) is not { Evidence: null } check)
        {
            return false;
        }

        check.Give(given.Evidence);
        return Touch(given.Peer);
    }

    /// <summary>Takes what a verifier found.</summary>
    /// <returns>Whether anybody asked for it.</returns>
    public bool Take(Replayed replayed) => CheckOf(replayed.Peer, replayed.Segment)?.Take(replayed) == true && Touch(replayed.Peer);

    /// <summary>Takes the state of a side in a dispute.</summary>
    /// <returns>Whether anybody asked for it.</returns>
    public bool Take(StateShown shown) =>
        CheckOf(shown.Trainer, shown.Segment)?.Challenge is { } challenge && challenge.SideOf(shown.Peer) is { } side && challenge.Dispute.Show(side, shown.Step, shown.State) && Touch(shown.Trainer);

    /// <summary>Takes what the referee says.</summary>
    public void Take(Ruled ruled)
    {
        if (CheckOf(ruled.Trainer, ruled.Segment)?.Challenge is { } challenge && challenge.Dispute.Rule(ruled.Ruling, ruled.At))
        {
            Touch(ruled.Trainer);
        }
    }

    /// <summary>When time alone changes something, if nothing is said before; null if only somebody's word does.</summary>
    public DateTimeOffset? Due => _isLate ? _dues.First : _dues.First is { } first && first < _until ? first : _until;

    /// <summary>Asks whom there is to ask, and ends when all is known or time is up; what is disputed by then is decided first.</summary>
    /// <remarks>Looks only at those of whom something was heard since, or whose time is up.</remarks>
    public bool IsOver(DateTimeOffset now)
    {
        TouchDue(now);
        foreach (var one in Touched.Where(one => one.Checks.Values.Any(check => check.IsWithoutEvidence(now))).ToList())
        {
            one.Conclude(now);
        }

        SettleDisputes(ChecksOf(Touched), now);
        var checks = ChecksOf(Touched);
        if (now >= _until && !_isLate)
        {
            _isLate = true;
            checks.ForEach(one => one.Check.End());
        }

        checks.ForEach(one => GoOn(one.Of, one.Segment, one.Check, now));
        foreach (var place in _touched)
        {
            Note(place);
        }

        _touched.Clear();
        if (_unsettled.Count > 0)
        {
            return false;
        }

        foreach (var one in participants)
        {
            one.Conclude(now);
        }

        return true;
    }

    private IEnumerable<Participant> Touched => _touched.Select(place => participants[place]).Where(one => one.IsRunning);

    private static List<(Participant Of, int Segment, SegmentCheck Check)> ChecksOf(IEnumerable<Participant> some) =>
        [.. some.SelectMany(one => one.Checks.Select(check => (one, check.Key, check.Value)))];

    private bool Touch(PeerId peer)
    {
        _touched.Add(_places[peer]);
        return true;
    }

    private void TouchAll() => _touched.UnionWith(Enumerable.Range(0, participants.Count));

    private void TouchDue(DateTimeOffset now)
    {
        while (_dues.Take(now) is { } place)
        {
            _touched.Add(place);
        }

        if (now >= _until && !_isLate)
        {
            TouchAll();
        }
    }

    // Whether somebody is waited for, and until when.
    private void Note(int place)
    {
        var one = participants[place];
        Keep(_unsettled, place, !one.IsSettled);
        Keep(_disputed, place, one.IsRunning && one.Checks.Values.Any(check => check.Challenge is not null));
        _dues.Set(place, one.IsRunning ? one.Checks.Values.Min(check => check.Due) : null);
    }

    private static void Keep(SortedSet<int> places, int place, bool isIn)
    {
        if (isIn)
        {
            places.Add(place);
        }
        else
        {
            places.Remove(place);
        }
    }

    private void SettleDisputes(List<(Participant Of, int Segment, SegmentCheck Check)> checks, DateTimeOffset now)
    {
        foreach (var (one, _, check) in checks)
        {
            check.Challenge?.Dispute.Wait(now);
            if (one.IsRunning && check.Challenge is { Dispute.Task: DisputeOver over } challenge)
            {
                check.Settle(over);
                one.ConcludeIfLost(now);
                StrikeIf(over is { Loser: DisputeSide.Challenger, BySilence: false }, challenge.Challenger);
            }
        }
    }

    private void StrikeIf(bool hasLost, PeerId challenger)
    {
        if (hasLost && _slanderers.Add(challenger))
        {
            TouchAll();
            ChecksOf(Touched).ForEach(one => one.Check.Strike(challenger));
        }
    }

    private void GoOn(Participant one, int segment, SegmentCheck check, DateTimeOffset now)
    {
        if (!one.IsRunning)
        {
            return;
        }

        if (check.Challenging is { } finding)
        {
            Dispute(finding, AskOf(finding.Verifier, one, segment, check), check, now);
            one.ConcludeIfLost(now);
        }

        commands.AddRange(check.GoOn(now).Select(verifier => AskOf(verifier, one, segment, check)));
        commands.AddRange(check.Challenge?.Next() ?? []);
    }

    private void Dispute(Replayed finding, AskToReplay asked, SegmentCheck check, DateTimeOffset now)
    {
        if (finding.Verifier == finding.Peer)
        {
            check.Concede();
            return;
        }

        var dispute = new Dispute(Math.Max(1, asked.Lease.StepsASegment), finding.Subject, terms.Patience, now);
        check.Open(new Challenge(asked, finding.Device, dispute));
    }

    private IReadOnlyList<PeerId> VerifiersOf(PeerId peer, ChallengeDraw draw) =>
        draw.VerifiersOf(peer, roster.Verifiers.Except(roster.Banned)) is { Count: > 0 } verifiers ? verifiers
        : draw.VerifiersOf(peer, participants.Select(one => one.Lease.Peer)) is { Count: > 0 } trainers ? trainers
        : peer == roster.Coordinator ? [peer]
        : [];

    private SegmentCheck? CheckOf(PeerId peer, int segment) =>
        _places.TryGetValue(peer, out var place) && participants[place] is { IsRunning: true } one ? one.Checks.GetValueOrDefault(segment) : null;

    private static AskToReplay AskOf(PeerId verifier, Participant one, int segment, SegmentCheck check) =>
        new(verifier, one.Lease, segment, one.Commitment!, one.Revelation!.Marks, check.Evidence!.Value);
}
