using BlockAssist.Net.Blobs;

namespace BlockAssist.Net.Rounds.Disputes;

/// <summary>Finds the one step on which two do not agree, so that a referee need make no more than that (Verde, arXiv 2502.19405).</summary>
/// <remarks>
/// Both agree where the segment begins, and do not where it ends. Asked again and again for the state in the middle, they leave half of
/// what is open each time: n steps take ⌈log₂ n⌉ questions. Neither hears the other's states before it has shown its own. Who is silent for too
/// long has lost. States are compared as numbers, not by their hashes: honest devices do not come to the same bits. Where the challenger finds
/// fault with what was sent, or its states cannot be compared, the referee judges the whole segment.
/// </remarks>
public sealed class Dispute
{
    private readonly Dictionary<DisputeSide, BlobId> _shown = [];
    private readonly ReplaySubject _subject;
    private readonly TimeSpan _patience;
    private BlobId? _agreed;
    private BlobId? _claimed;
    private int _low;
    private int _high;
    private DateTimeOffset _asked;

    /// <summary>Begins.</summary>
    /// <param name="steps">How many steps the segment has.</param>
    /// <param name="subject">What the challenger says is at fault.</param>
    /// <param name="patience">How long each may take to show a state.</param>
    /// <param name="now">When.</param>
    public Dispute(int steps, ReplaySubject subject, TimeSpan patience, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        (_high, _subject, _patience, _asked) = (steps, subject, patience, now);
        Task = subject == ReplaySubject.Evidence ? new JudgeSegment(subject) : Next();
    }

    /// <summary>What is to be done.</summary>
    public DisputeTask Task { get; private set; }

    /// <summary>Until when the two are waited for; null if they are not.</summary>
    public DateTimeOffset? Due => Task is ShowStates ? _asked + _patience : null;

    /// <summary>Gives both more time.</summary>
    public void Lengthen(TimeSpan longer) => _asked += longer;

    /// <summary>A side shows its state; only the first counts.</summary>
    /// <returns>Whether it was asked for.</returns>
    public bool Show(DisputeSide side, int step, BlobId state)
    {
        if (Task is not ShowStates asked || asked.Step != step || !_shown.TryAdd(side, state))
        {
            return false;
        }

        if (_shown.Count == 2)
        {
            Task = new CompareStates(step, _shown[DisputeSide.Trainer], _shown[DisputeSide.Challenger]);
        }

        return true;
    }

    /// <summary>The referee has done what it was asked.</summary>
    /// <returns>Whether it was asked.</returns>
    public bool Rule(Ruling ruling, DateTimeOffset now)
    {
        if (Task is not (CompareStates or MakeStep or JudgeSegment))
        {
            return false;
        }

        Task = ruling switch
        {
            Ruling.ForTrainer => new DisputeOver(DisputeSide.Challenger),
            Ruling.ForChallenger => new DisputeOver(DisputeSide.Trainer),
            _ when Task is CompareStates states => AfterComparing(states, ruling, now),
            _ => new DisputeOver(null),
        };
        return true;
    }

    /// <summary>Time passes: who has not shown a state by now has lost; where neither has, the trainer, whose claim it is.</summary>
    public void Wait(DateTimeOffset now)
    {
        if (now >= Due)
        {
            Task = new DisputeOver(_shown.ContainsKey(DisputeSide.Trainer) ? DisputeSide.Challenger : DisputeSide.Trainer);
        }
    }

    private DisputeTask AfterComparing(CompareStates states, Ruling ruling, DateTimeOffset now)
    {
        if (ruling == Ruling.Undecided)
        {
            return new JudgeSegment(_subject);
        }

        if (ruling == Ruling.Agree)
        {
            (_low, _agreed) = (states.Step, states.Trainer);
        }
        else
        {
            (_high, _claimed) = (states.Step, states.Trainer);
        }

        _asked = now;
        _shown.Clear();
        return Next();
    }

    private DisputeTask Next() => _high - _low == 1 ? new MakeStep(_low, _agreed, _claimed) : new ShowStates((_low + _high) / 2);
}
