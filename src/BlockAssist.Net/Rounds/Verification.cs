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
    private readonly SortedSet<PeerId> _slanderers = [];
    private DateTimeOffset _until = terms.VerifyBy;
    private bool _isLate;

    /// <summary>Who said of others that they lied, and has lost the dispute over it.</summary>
    public IReadOnlyCollection<PeerId> Slanderers => _slanderers;

    /// <summary>What the referee has to do.</summary>
    public IEnumerable<Judge> Cases => Running.SelectMany(one => one.Checks.Values).Select(check => check.Challenge?.Case).OfType<Judge>();

    /// <summary>Gives everybody more time.</summary>
    public void Lengthen(TimeSpan longer)
    {
        _until += longer;
        foreach (var check in participants.SelectMany(one => one.Checks.Values))
        {
            check.Lengthen(longer);
        }
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
        return true;
    }

    /// <summary>Takes what a verifier found.</summary>
    /// <returns>Whether anybody asked for it.</returns>
    public bool Take(Replayed replayed) => CheckOf(replayed.Peer, replayed.Segment)?.Take(replayed) == true;

    /// <summary>Takes the state of a side in a dispute.</summary>
    /// <returns>Whether anybody asked for it.</returns>
    public bool Take(StateShown shown) =>
        CheckOf(shown.Trainer, shown.Segment)?.Challenge is { } challenge && challenge.SideOf(shown.Peer) is { } side && challenge.Dispute.Show(side, shown.Step, shown.State);

    /// <summary>Takes what the referee says.</summary>
    public void Take(Ruled ruled) => CheckOf(ruled.Trainer, ruled.Segment)?.Challenge?.Dispute.Rule(ruled.Ruling, ruled.At);

    /// <summary>When time alone changes something, if nothing is said before; null if only somebody's word does.</summary>
    public DateTimeOffset? Due => Running
        .SelectMany(one => one.Checks.Values)
        .Select(check => check.Due)
        .Append(_isLate ? null : _until)
        .Min();

    /// <summary>Asks whom there is to ask, and ends when all is known or time is up; what is disputed by then is decided first.</summary>
    public bool IsOver(DateTimeOffset now)
    {
        foreach (var one in Running.Where(one => one.Checks.Values.Any(check => check.IsWithoutEvidence(now))).ToList())
        {
            one.Conclude(now);
        }

        SettleDisputes(now);
        if (now >= _until)
        {
            _isLate = true;
            Checks.ForEach(one => one.Check.End());
        }

        Checks.ForEach(one => GoOn(one.Of, one.Segment, one.Check, now));
        if (!participants.All(one => one.IsSettled))
        {
            return false;
        }

        foreach (var one in participants)
        {
            one.Conclude(now);
        }

        return true;
    }

    private IEnumerable<Participant> Running => participants.Where(one => one.IsRunning);

    private List<(Participant Of, int Segment, SegmentCheck Check)> Checks =>
        [.. Running.SelectMany(one => one.Checks.Select(check => (one, check.Key, check.Value)))];

    private void SettleDisputes(DateTimeOffset now)
    {
        foreach (var (one, _, check) in Checks)
        {
            check.Challenge?.Dispute.Wait(now);
            if (one.IsRunning && check.Challenge is { Dispute.Task: DisputeOver over } challenge)
            {
                check.Settle(over.Loser);
                one.ConcludeIfRefuted(now);
                StrikeIf(over.Loser == DisputeSide.Challenger, challenge.Challenger);
            }
        }
    }

    private void StrikeIf(bool hasLost, PeerId challenger)
    {
        if (hasLost && _slanderers.Add(challenger))
        {
            Checks.ForEach(one => one.Check.Strike(challenger));
        }
    }

    private void GoOn(Participant one, int segment, SegmentCheck check, DateTimeOffset now)
    {
        if (check.Challenging is { } finding)
        {
            Dispute(finding, AskOf(finding.Verifier, one, segment, check), check, now);
        }

        commands.AddRange(check.GoOn(now).Select(verifier => AskOf(verifier, one, segment, check)));
        commands.AddRange(check.Challenge?.Next() ?? []);
        one.ConcludeIfRefuted(now);
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
        Running.FirstOrDefault(one => one.Lease.Peer == peer)?.Checks.GetValueOrDefault(segment);

    private static AskToReplay AskOf(PeerId verifier, Participant one, int segment, SegmentCheck check) =>
        new(verifier, one.Lease, segment, one.Commitment!, one.Revelation!.Marks, check.Evidence!.Value);
}
