using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using BlockAssist.Net.Rounds.Disputes;

namespace BlockAssist.Net.Rounds;

/// <summary>A segment that chance has drawn: who was asked to train it again, and what they found.</summary>
/// <remarks>
/// Two must find the same, of all who can be asked if there are fewer. One who cannot tell, or does not answer in time, is replaced by the next.
/// One who finds something else challenges the trainer: that is decided by a dispute, and by nobody's vote.
/// </remarks>
/// <param name="verifiers">Who can be asked, in order.</param>
/// <param name="slanderers">Who has lost a challenge in this round; their word counts nothing.</param>
/// <param name="asked">When the trainer was asked for evidence.</param>
/// <param name="patience">How long to wait for anybody.</param>
internal sealed class SegmentCheck(IReadOnlyList<PeerId> verifiers, IReadOnlySet<PeerId> slanderers, DateTimeOffset asked, TimeSpan patience)
{
    private const int Agreeing = 2;

    private readonly Dictionary<PeerId, Replayed> _findings = [];
    private DateTimeOffset _asked = asked;
    private DateTimeOffset? _lastAsked;
    private int _askedCount;
    private bool _isEnded;

    /// <summary>What the trainer sent; null before.</summary>
    public BlobId? Evidence { get; private set; }

    /// <summary>What has come of it; null while it is open.</summary>
    public ReplayOutcome? Outcome { get; private set; }

    /// <summary>The challenge that is being decided; null if none is.</summary>
    public Challenge? Challenge { get; private set; }

    /// <summary>What each verifier found.</summary>
    public IReadOnlyDictionary<PeerId, ReplayOutcome> Outcomes => _findings.ToDictionary(one => one.Key, one => one.Value.Outcome);

    /// <summary>The play that all saw whose finding stands.</summary>
    public IReadOnlyList<PlaySeen> Play => Outcome != ReplayOutcome.Same ? []
        : [.. _findings.Values
            .Where(one => one.Outcome == ReplayOutcome.Same && !slanderers.Contains(one.Verifier))
            .Select(one => (IEnumerable<PlaySeen>)one.Play)
            .Aggregate((all, others) => all.Intersect(others))];

    /// <summary>The finding that is to be disputed next; null if there is none.</summary>
    public Replayed? Challenging => _isEnded || Challenge is not null || Outcome == ReplayOutcome.Different ? null
        : Asked.Select(verifier => _findings.GetValueOrDefault(verifier)).FirstOrDefault(finding => finding?.Outcome == ReplayOutcome.Different);

    /// <summary>Whether the trainer sent nothing in time.</summary>
    public bool IsWithoutEvidence(DateTimeOffset now) => Evidence is null && now >= _asked + patience;

    /// <summary>Until when somebody is waited for; null if nobody is.</summary>
    public DateTimeOffset? Due => Challenge is { } challenge ? challenge.Dispute.Due : Outcome is not null ? null : (_lastAsked ?? _asked) + patience;

    /// <summary>Gives everybody more time.</summary>
    public void Lengthen(TimeSpan longer)
    {
        (_asked, _lastAsked) = (_asked + longer, _lastAsked + longer);
        Challenge?.Dispute.Lengthen(longer);
    }

    /// <summary>Takes the evidence.</summary>
    public void Give(BlobId evidence) => Evidence = evidence;

    /// <summary>Takes what a verifier found; only the first word of one who was asked counts.</summary>
    /// <returns>Whether it counts.</returns>
    public bool Take(Replayed finding) => !_isEnded && Asked.Contains(finding.Verifier) && _findings.TryAdd(finding.Verifier, finding);

    /// <summary>Has a finding disputed.</summary>
    public void Open(Challenge challenge) => (Challenge, Outcome) = (challenge, null);

    /// <summary>Ends the challenge.</summary>
    /// <param name="loser">Who has lost it; null where the referee could not tell: nor can the challenger then.</param>
    public void Settle(DisputeSide? loser)
    {
        var challenger = Challenge!.Challenger;
        Challenge = null;
        if (loser == DisputeSide.Trainer)
        {
            Outcome = ReplayOutcome.Different;
        }
        else
        {
            _findings[challenger] = _findings[challenger] with { Outcome = ReplayOutcome.Undecided };
        }
    }

    /// <summary>Strikes what a slanderer said.</summary>
    public void Strike(PeerId slanderer)
    {
        _findings.Remove(slanderer);
        Challenge = Challenge?.Challenger == slanderer ? null : Challenge;
        Outcome = Outcome == ReplayOutcome.Different ? Outcome : null;
    }

    /// <summary>What the trainer itself finds different where it verifies itself needs no dispute.</summary>
    public void Concede() => Outcome = ReplayOutcome.Different;

    /// <summary>Draws the conclusion from what is known.</summary>
    /// <returns>Whom to ask now.</returns>
    public IReadOnlyList<PeerId> GoOn(DateTimeOffset now)
    {
        if (Evidence is null || Challenge is not null || Outcome is not null)
        {
            return [];
        }

        if (_isEnded)
        {
            Conclude();
            return [];
        }

        Outcome = Same >= Needed ? ReplayOutcome.Same : null;
        return Outcome is not null ? []
            : _lastAsked is null ? Ask(Needed, now)
            : Waiting == 0 || now >= _lastAsked + patience ? Ask(1, now)
            : [];
    }

    /// <summary>No more time: what is known must do, but for a challenge, which goes on to its end.</summary>
    public void End()
    {
        _isEnded = true;
        if (Challenge is null)
        {
            Conclude();
        }
    }

    private IEnumerable<PeerId> Asked => verifiers.Take(_askedCount).Except(slanderers);

    private int Needed => Math.Clamp(verifiers.Except(slanderers).Count(), 1, Agreeing);

    private int Waiting => Asked.Count(verifier => !_findings.ContainsKey(verifier));

    private int Same => _findings.Values.Count(one => one.Outcome == ReplayOutcome.Same);

    private List<PeerId> Ask(int count, DateTimeOffset now)
    {
        var next = new List<PeerId>();
        for (; next.Count < count && _askedCount < verifiers.Count; _askedCount++)
        {
            if (!slanderers.Contains(verifiers[_askedCount]))
            {
                next.Add(verifiers[_askedCount]);
            }
        }

        _lastAsked = now;
        if (next.Count == 0 && Waiting == 0)
        {
            Conclude();
        }

        return next;
    }

    private void Conclude() => Outcome ??= Same > 0 && !_findings.Values.Any(one => one.Outcome == ReplayOutcome.Different) ? ReplayOutcome.Same : ReplayOutcome.Undecided;
}
