using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Episodes;

/// <summary>One step of an episode. Borrowed memory: valid during the call it is given to.</summary>
/// <param name="number">The number of the step, from 0.</param>
/// <param name="time">When it was, in milliseconds since the start.</param>
/// <param name="actions">What each builder wanted to do.</param>
/// <param name="origins">Where that came from.</param>
public readonly ref struct ReplayStep(int number, long time, ReadOnlySpan<BuilderAction> actions, ReadOnlySpan<ActionOrigin> origins)
{
    /// <summary>The number of the step, from 0.</summary>
    public int Number { get; } = number;

    /// <summary>When it was, in milliseconds since the start. May be less than before: padding is dated back.</summary>
    public long Time { get; } = time;

    /// <summary>What each builder wanted to do.</summary>
    public ReadOnlySpan<BuilderAction> Actions { get; } = actions;

    /// <summary>Where that came from.</summary>
    public ReadOnlySpan<ActionOrigin> Origins { get; } = origins;
}
