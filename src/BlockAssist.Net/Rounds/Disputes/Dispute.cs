using BlockAssist.Net.Blobs;

namespace BlockAssist.Net.Rounds.Disputes;

/// <summary>Finds the one step on which two do not agree, so that a referee need make no more than that (Verde, arXiv 2502.19405).</summary>
/// <remarks>
/// Both agree where the segment begins, and do not where it ends. Asked again and again for the state in the middle, they leave half of
/// what is open each time: n steps take ⌈log₂ n⌉ questions. Neither hears the other's states before it has shown its own. Who is silent for too
/// long has lost. States are compared as numbers, not by their hashes: honest devices do not come to the same bits.
/// </remarks>
public sealed class Dispute
{
    private readonly Dictionary<DisputeSide, BlobId> _shown = [];
    private readonly TimeSpan _patience;
    private BlobId _agreed;
    private (BlobId Trainer, BlobId Challenger) _disagreed;
    private int _low;
    private int _high;
    private DateTimeOffset _asked;

    /// <summary>Begins.</summary>
    /// <param name="steps">How many steps the segment has.</param>
    /// <param name="start">The state at its beginning, which both know.</param>
    /// <param name="trainer">The trainer's state at its end.</param>
    /// <param name="challenger">The challenger's.</param>
    /// <param name="patience">How long each may take to show a state.</param>
    /// <param name="now">When.</param>
    public Dispute(int steps, BlobId start, BlobId trainer, BlobId challenger, TimeSpan patience, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        (_high, _agreed, _disagreed, _patience, _asked) = (steps, start, (trainer, challenger), patience, now);
        Task = Next();
    }

    /// <summary>What is to be done.</summary>
    public DisputeTask Task { get; private set; }

    /// <summary>A side shows its state; only the first counts.</summary>
    public DisputeTask Show(DisputeSide side, int step, BlobId state)
    {
        if (Task is ShowStates asked && asked.Step == step && _shown.TryAdd(side, state) && _shown.Count == 2)
        {
            Task = new CompareStates(step, _shown[DisputeSide.Trainer], _shown[DisputeSide.Challenger]);
        }

        return Task;
    }

    /// <summary>The two states were compared.</summary>
    /// <param name="agree">Whether they are the same within what honest devices differ by.</param>
    /// <param name="now">When.</param>
    public DisputeTask Compared(bool agree, DateTimeOffset now)
    {
        if (Task is CompareStates states)
        {
            if (agree)
            {
                (_low, _agreed) = (states.Step, states.Trainer);
            }
            else
            {
                (_high, _disagreed) = (states.Step, (states.Trainer, states.Challenger));
            }

            _asked = now;
            _shown.Clear();
            Task = Next();
        }

        return Task;
    }

    /// <summary>The referee has made the step.</summary>
    /// <param name="right">Who said where it leads; null where the referee came to neither, and then the trainer's claim does not stand.</param>
    public DisputeTask Judged(DisputeSide? right)
    {
        if (Task is MakeStep)
        {
            Task = new DisputeOver(right == DisputeSide.Trainer ? DisputeSide.Challenger : DisputeSide.Trainer);
        }

        return Task;
    }

    /// <summary>Time passes: who has not shown a state by now has lost; where neither has, the trainer, whose claim it is.</summary>
    public DisputeTask Wait(DateTimeOffset now)
    {
        if (Task is ShowStates && now > _asked + _patience)
        {
            Task = new DisputeOver(_shown.ContainsKey(DisputeSide.Trainer) ? DisputeSide.Challenger : DisputeSide.Trainer);
        }

        return Task;
    }

    private DisputeTask Next() => _high - _low == 1
        ? new MakeStep(_low, _agreed, _disagreed.Trainer, _disagreed.Challenger)
        : new ShowStates((_low + _high) / 2);
}
