namespace BlockAssist.Simulation.Building;

/// <summary>How one builder takes part in a site.</summary>
public sealed record BuilderOptions
{
    /// <summary>Whether the builder sees the goal.</summary>
    public bool GoalVisible { get; init; } = true;

    /// <summary>Whether a person acts, in a world of continuous movement: then the rules of reach and sight are the client's.</summary>
    public bool IsHuman { get; init; }

    /// <summary>The builder acts in every how many-th step (<c>timestep_skip</c>). 1 or more.</summary>
    public int ActEvery { get; init; } = 1;

    /// <summary>What the builder is rewarded for.</summary>
    public RewardOptions Rewards { get; init; } = RewardOptions.Paper;
}
