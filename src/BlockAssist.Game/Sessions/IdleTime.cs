namespace BlockAssist.Game.Sessions;

/// <summary>Turns the player's idle time into padding, by MBAG's rule: before an action, ⌈Δt / 0.8 s⌉ − 1 no-ops.</summary>
/// <remarks>
/// Δt is the time since the player's last action, or since the start. The no-op number k is dated 0.8·k s after that
/// action, as in the recorded data, and made as soon as that moment is over: so steps are in the order of their times,
/// and what comes after the last action follows the same rule, as if an action stood at the end.
/// </remarks>
internal sealed class IdleTime(RecordedPlay play)
{
    /// <summary>How long an action takes, in milliseconds.</summary>
    public const int StepMilliseconds = 800;

    private long _next = StepMilliseconds;

    /// <summary>Makes the no-ops that lie before a moment.</summary>
    public void PadUntil(long time)
    {
        for (; _next < time; _next += StepMilliseconds)
        {
            play.Pad(_next);
        }
    }

    /// <summary>The player does something, after what idle time there was.</summary>
    /// <returns>Whether it had an effect.</returns>
    public bool Act(long time, Simulation.Building.BuilderAction action)
    {
        PadUntil(time);
        _next = time + StepMilliseconds;
        return play.Step(time, RecordedPlay.Player, action);
    }
}
