using BlockAssist.Learner.Training;

namespace BlockAssist.Learner.Personal;

/// <summary>How a model learns from one player: a few steps from where it is, half of them on practice so that it forgets nothing.</summary>
/// <remarks>
/// The budget is in steps, not in seconds: whoever repeats it gets the same weights. A step costs one core about 0.4 s with the
/// model that comes with the program.
/// </remarks>
public sealed record PersonalRecipe
{
    private const double Clip = 500;

    /// <summary>How many steps.</summary>
    public int Steps { get; init; } = 120;

    /// <summary>The learning rate at its highest.</summary>
    public double Rate { get; init; } = 5e-5;

    /// <summary>Fixes which moments are learnt.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What the training is told.</summary>
    internal TrainingOptions Options => new() { Steps = Steps, Rate = Rate, Seed = Seed, Length = 4, Batch = 8, WarmUp = 10, Averaging = 0.95, Clip = Clip };

    /// <summary>Recordings to learn from, each as often as it counts: as much of the player as of practice.</summary>
    /// <param name="sessions">The player's sessions.</param>
    /// <param name="practice">Episodes of practice.</param>
    internal static IReadOnlyList<string> Mix(IReadOnlyList<string> sessions, IReadOnlyList<string> practice) =>
        [.. Enumerable.Range(0, Math.Max(practice.Count, sessions.Count)).Select(number => sessions[number % sessions.Count]), .. practice];
}
