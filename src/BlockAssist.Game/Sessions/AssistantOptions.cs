using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Game.Sessions;

/// <summary>Who helps the player.</summary>
public sealed record AssistantOptions
{
    /// <summary>What it does.</summary>
    public required IPolicy Policy { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "assistant";

    /// <summary>What it is there for.</summary>
    public BuilderRole Role { get; init; } = BuilderRole.Assistant;

    /// <summary>Whether it sees the goal.</summary>
    public bool GoalVisible { get; init; }

    /// <summary>How long an action takes it, in milliseconds; at least <see cref="AssistantSeat.Fastest"/>.</summary>
    public int ActionMilliseconds { get; init; } = IdleTime.StepMilliseconds;

    /// <summary>Complains about a value out of its range.</summary>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Policy);
        ArgumentOutOfRangeException.ThrowIfLessThan(ActionMilliseconds, AssistantSeat.Fastest);
    }
}
