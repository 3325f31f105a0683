namespace BlockAssist.Simulation.Building;

/// <summary>What a builder is rewarded for; MBAG's names in brackets. All zero by default.</summary>
public sealed record RewardOptions
{
    /// <summary>For a step without effect (<c>noop</c>).</summary>
    public Schedule Noop { get; init; }

    /// <summary>For any action with an effect (<c>action</c>).</summary>
    public Schedule Action { get; init; }

    /// <summary>Added when a placement or a break does not bring the goal nearer (<c>incorrect_action</c>).</summary>
    public Schedule IncorrectAction { get; init; }

    /// <summary>The worth of a cell that holds a wrong block where the goal has another; a right one is worth 1 (<c>place_wrong</c>).</summary>
    public Schedule PlaceWrong { get; init; }

    /// <summary>0: the builder gets what all earned together; 1: what it earned itself (<c>own_reward_prop</c>). 0–1.</summary>
    public Schedule OwnShare { get; init; }

    /// <summary>For each kind of block newly held after breaking a palette cell (<c>get_resources</c>).</summary>
    public Schedule GetResources { get; init; }

    /// <summary>The paper's rewards: a wrong block costs as much as a right one earns.</summary>
    public static RewardOptions Paper { get; } = new() { PlaceWrong = -1 };
}
