using BlockAssist.Net.Rounds.Disputes;

namespace BlockAssist.Net.Work;

/// <summary>Decides between a trainer and a verifier who do not agree. The learner's part of a hub.</summary>
/// <remarks>
/// Needs nothing of either but what they showed, which may be anybody's: what is wrong with it is a ruling, never an exception. Where it cannot
/// tell it says so.
/// </remarks>
public interface IReferee
{
    /// <summary>Compares the states that the two showed after a step.</summary>
    /// <param name="order">The segment.</param>
    /// <param name="steps">After how many steps of it.</param>
    /// <param name="trainer">The trainer's state.</param>
    /// <param name="challenger">The challenger's.</param>
    /// <param name="device">The class of device of the challenger.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<Ruling> CompareAsync(ReplayOrder order, int steps, string trainer, string challenger, string device, CancellationToken cancellation);

    /// <summary>Makes one step, to see whether it leads where the trainer says.</summary>
    /// <param name="order">The segment.</param>
    /// <param name="steps">After how many steps of it the one is made.</param>
    /// <param name="before">The state to begin with; null for the segment's beginning.</param>
    /// <param name="after">Where the trainer says that the step leads; null for the segment's end.</param>
    /// <param name="cancellation">Ends it.</param>
    Task<Ruling> MakeStepAsync(ReplayOrder order, int steps, string? before, string? after, CancellationToken cancellation);

    /// <summary>Trains the whole segment again, after all that was sent was checked.</summary>
    Task<ReplayFinding> ReplayAsync(ReplayOrder order, CancellationToken cancellation);
}
