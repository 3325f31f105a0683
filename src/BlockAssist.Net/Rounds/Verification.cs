using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>The stage of a round in which drawn segments are trained again.</summary>
/// <param name="terms">The round's terms.</param>
/// <param name="roster">What is known of peers.</param>
/// <param name="trust">How closely they are watched.</param>
/// <param name="participants">Whose updates are in the running.</param>
/// <param name="commands">Where to say what is to be done.</param>
internal sealed class Verification(RoundTerms terms, Roster roster, TrustPolicy trust, IReadOnlyList<Participant> participants, List<RoundCommand> commands)
{
    private DateTimeOffset _until = terms.VerifyBy;

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
                one.Checks.Add(segment, new SegmentCheck(asked, now, terms.Patience));
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
        if (CheckOf(given.Peer, given.Segment) is not var (one, check) || check.Evidence is not null)
        {
            return false;
        }

        Ask(one, given.Segment, check.Give(given.Evidence, given.At));
        return true;
    }

    /// <summary>Takes what a verifier found.</summary>
    /// <returns>Whether anybody asked for it.</returns>
    public bool Take(Replayed replayed)
    {
        if (CheckOf(replayed.Peer, replayed.Segment) is not var (one, check) || check.Take(replayed.Verifier, replayed.Outcome, replayed.At) is not { } next)
        {
            return false;
        }

        Ask(one, replayed.Segment, next);
        return true;
    }

    /// <summary>When time alone changes something, if nothing is said before.</summary>
    public DateTimeOffset Due => participants
        .Where(one => one.IsRunning)
        .SelectMany(one => one.Checks.Values)
        .Select(check => check.Due)
        .OfType<DateTimeOffset>()
        .Append(_until)
        .Min();

    /// <summary>Asks others where somebody does not answer, and ends when all is known or time is up.</summary>
    public bool IsOver(DateTimeOffset now)
    {
        foreach (var one in participants.Where(one => one.IsRunning))
        {
            foreach (var (segment, check) in one.Checks)
            {
                Ask(one, segment, check.Wait(now));
            }

            if (one.Checks.Values.Any(check => check.IsWithoutEvidence(now)))
            {
                one.Conclude(now);
            }
        }

        if (now < _until && !participants.All(one => one.IsSettled))
        {
            return false;
        }

        foreach (var one in participants.Where(one => one.IsRunning))
        {
            foreach (var check in one.Checks.Values)
            {
                check.End();
            }

            one.Conclude(now);
        }

        return true;
    }

    private IReadOnlyList<PeerId> VerifiersOf(PeerId peer, ChallengeDraw draw) =>
        draw.VerifiersOf(peer, roster.Verifiers.Except(roster.Banned)) is { Count: > 0 } verifiers ? verifiers
        : draw.VerifiersOf(peer, participants.Select(one => one.Lease.Peer)) is { Count: > 0 } trainers ? trainers
        : peer == roster.Coordinator ? [peer]
        : [];

    private (Participant One, SegmentCheck Check)? CheckOf(PeerId peer, int segment)
    {
        var one = participants.FirstOrDefault(one => one.IsRunning && one.Lease.Peer == peer);
        return one is not null && one.Checks.TryGetValue(segment, out var check) ? (one, check) : null;
    }

    private void Ask(Participant one, int segment, IEnumerable<PeerId> verifiers)
    {
        foreach (var verifier in verifiers)
        {
            commands.Add(new AskToReplay(verifier, one.Lease, segment, one.Commitment!, one.Revelation!.Marks, one.Checks[segment].Evidence!.Value));
        }
    }
}
