using BlockAssist.Game.Sessions;

namespace BlockAssist.Game.Settings;

/// <summary>How a person likes the assistant.</summary>
public sealed record AssistantSettings
{
    /// <summary>The slowest pace, in milliseconds an action.</summary>
    public const int Slowest = 3200;

    /// <summary>How long an action takes it, in milliseconds.</summary>
    public int ActionMilliseconds { get; init; } = 800;

    /// <summary>How much it dares to do, if it infers the goal.</summary>
    public Helpfulness Helpfulness { get; init; }

    /// <summary>Whether it only suggests, if it infers the goal, and places what is accepted.</summary>
    public bool Suggests { get; init; }

    /// <summary>How many blocks it suggests at a time.</summary>
    public int Suggestions { get; init; } = Sessions.Suggestions.UsualCount;

    /// <summary>Whether it learns from sessions that are over.</summary>
    public bool Learns { get; init; } = true;

    /// <summary>How likely a change must be right to be made.</summary>
    public static double SurenessOf(Helpfulness helpfulness) => helpfulness switch
    {
        Helpfulness.Cautious => 0.9,
        Helpfulness.Bold => 0.75,
        _ => 0.85,
    };

    /// <summary>The same assistant, as the person likes it.</summary>
    internal AssistantOptions ApplyTo(AssistantOptions options) =>
        options with { ActionMilliseconds = ActionMilliseconds, Sureness = SurenessOf(Helpfulness), Suggests = Suggests, Suggestions = Suggestions };

    /// <summary>Lets the assistant be as the person likes it, where that has changed: what a key or a command has set since stays.</summary>
    internal void ApplyTo(AssistantSeat seat, AssistantSettings before)
    {
        seat.ActionMilliseconds = ActionMilliseconds == before.ActionMilliseconds ? seat.ActionMilliseconds : ActionMilliseconds;
        seat.Sureness = Helpfulness == before.Helpfulness ? seat.Sureness : SurenessOf(Helpfulness);
        seat.Suggests = Suggests == before.Suggests ? seat.Suggests : Suggests;
        seat.SuggestionCount = Suggestions == before.Suggestions ? seat.SuggestionCount : Suggestions;
    }

    /// <summary>The same with every value in its range.</summary>
    public AssistantSettings Clamped() => this with
    {
        ActionMilliseconds = Math.Clamp(ActionMilliseconds, AssistantSeat.Fastest, Slowest),
        Helpfulness = Enum.IsDefined(Helpfulness) ? Helpfulness : Helpfulness.Balanced,
        Suggestions = Math.Clamp(Suggestions, 1, Sessions.Suggestions.MostCount),
    };
}
