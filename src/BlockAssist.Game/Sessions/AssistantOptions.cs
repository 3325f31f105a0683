using BlockAssist.Game.Settings;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Game.Sessions;

/// <summary>Who helps the player.</summary>
public sealed record AssistantOptions
{
    /// <summary>What it does; closed with the session, if there is something to close.</summary>
    public required IPolicy Policy { get; init; }

    /// <summary>Whether it thinks on another thread: for a policy that would hold up a frame. What it does then depends on how long it thinks.</summary>
    public bool ThinksAside { get; init; }

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "assistant";

    /// <summary>What it is there for.</summary>
    public BuilderRole Role { get; init; } = BuilderRole.Assistant;

    /// <summary>Whether it sees the goal.</summary>
    public bool GoalVisible { get; init; }

    /// <summary>How likely a change must be right to be made by one that infers the goal: 0.5 to 1.</summary>
    public double Sureness { get; init; } = AssistantSettings.SurenessOf(default);

    /// <summary>Whether one that infers the goal only suggests, and places what is accepted.</summary>
    public bool Suggests { get; init; }

    /// <summary>How many blocks it suggests at a time, up to <see cref="Sessions.Suggestions.MostCount"/>.</summary>
    public int Suggestions { get; init; } = Sessions.Suggestions.UsualCount;

    /// <summary>How long an action takes it, in milliseconds; at least <see cref="AssistantSeat.Fastest"/>.</summary>
    public int ActionMilliseconds { get; init; } = IdleTime.StepMilliseconds;

    /// <summary>The header of a recording in which this assistant takes the place of another.</summary>
    internal EpisodeHeader TakeOver(EpisodeHeader header) => header with
    {
        Options = header.Options with { Builders = [header.Options.Builders[RecordedPlay.Player], header.Options.Builders[RecordedPlay.Assistant] with { GoalVisible = GoalVisible }] },
        Builders = [header.Builders[RecordedPlay.Player], new EpisodeBuilder(Role, Name)],
    };

    /// <summary>Complains about a value out of its range.</summary>
    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Policy);
        ArgumentOutOfRangeException.ThrowIfLessThan(Sureness, 0.5);
        ArgumentOutOfRangeException.ThrowIfLessThan(Suggestions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Suggestions, Sessions.Suggestions.MostCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(ActionMilliseconds, AssistantSeat.Fastest);
    }
}
