using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>A segment that chance has drawn: who was asked to train it again, and what they found.</summary>
/// <remarks>Two must agree, of all who can be asked if there are fewer. One who cannot tell, or does not answer in time, is replaced by the next.</remarks>
/// <param name="verifiers">Who can be asked, in order.</param>
/// <param name="asked">When the trainer was asked for evidence.</param>
/// <param name="patience">How long to wait for anybody.</param>
internal sealed class SegmentCheck(IReadOnlyList<PeerId> verifiers, DateTimeOffset asked, TimeSpan patience)
{
    private const int Agreeing = 2;

    private readonly Dictionary<PeerId, ReplayOutcome> _outcomes = [];
    private DateTimeOffset _asked = asked;
    private DateTimeOffset? _lastAsked;
    private int _askedCount;

    /// <summary>What the trainer sent; null before.</summary>
    public BlobId? Evidence { get; private set; }

    /// <summary>What has come of it; null while it is open.</summary>
    public ReplayOutcome? Outcome { get; private set; }

    /// <summary>What each verifier found.</summary>
    public IReadOnlyDictionary<PeerId, ReplayOutcome> Outcomes => _outcomes;

    /// <summary>Whether the trainer sent nothing in time.</summary>
    public bool IsWithoutEvidence(DateTimeOffset now) => Evidence is null && now >= _asked + patience;

    /// <summary>Until when somebody is waited for; null if nobody is.</summary>
    public DateTimeOffset? Due => Outcome is not null ? null : (_lastAsked ?? _asked) + patience;

    /// <summary>Gives everybody more time.</summary>
    public void Lengthen(TimeSpan longer) => (_asked, _lastAsked) = (_asked + longer, _lastAsked + longer);

    /// <summary>Takes the evidence.</summary>
    /// <returns>Whom to ask.</returns>
    public IReadOnlyList<PeerId> Give(BlobId evidence, DateTimeOffset now)
    {
        Evidence = evidence;
        return Ask(Math.Min(Agreeing, verifiers.Count), now);
    }

    /// <summary>Takes what a verifier found; only the first word of one who was asked counts.</summary>
    /// <returns>Whom to ask besides; null if this one was not asked or has spoken.</returns>
    public IReadOnlyList<PeerId>? Take(PeerId verifier, ReplayOutcome outcome, DateTimeOffset now)
    {
        if (!verifiers.Take(_askedCount).Contains(verifier) || !_outcomes.TryAdd(verifier, outcome))
        {
            return null;
        }

        Decide();
        return Outcome is null && Waiting == 0 ? Ask(1, now) : [];
    }

    /// <summary>Somebody may have waited too long.</summary>
    /// <returns>Whom to ask besides.</returns>
    public IReadOnlyList<PeerId> Wait(DateTimeOffset now) => Outcome is null && Evidence is not null && now >= (_lastAsked ?? _asked) + patience ? Ask(1, now) : [];

    /// <summary>No more time: what is known must do.</summary>
    public void End() => Outcome ??= Count(ReplayOutcome.Different) > Count(ReplayOutcome.Same) ? ReplayOutcome.Different
        : Count(ReplayOutcome.Same) > Count(ReplayOutcome.Different) ? ReplayOutcome.Same
        : ReplayOutcome.Undecided;

    private int Waiting => _askedCount - _outcomes.Count;

    private IReadOnlyList<PeerId> Ask(int count, DateTimeOffset now)
    {
        IReadOnlyList<PeerId> next = [.. verifiers.Skip(_askedCount).Take(count)];
        (_askedCount, _lastAsked) = (_askedCount + next.Count, now);
        if (next.Count == 0 && Waiting == 0)
        {
            End();
        }

        return next;
    }

    private void Decide()
    {
        var needed = Math.Min(Agreeing, verifiers.Count);
        Outcome = Count(ReplayOutcome.Same) >= needed ? ReplayOutcome.Same
            : Count(ReplayOutcome.Different) >= needed ? ReplayOutcome.Different
            : null;
    }

    private int Count(ReplayOutcome outcome) => _outcomes.Values.Count(one => one == outcome);
}
