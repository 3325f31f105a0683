namespace BlockAssist.Learner.Beliefs.Survival;

/// <summary>How a judge learns.</summary>
public sealed record SurvivalRecipe
{
    /// <summary>How many steps at most, each over all examples.</summary>
    public int Steps { get; init; } = 600;

    /// <summary>The learning rate.</summary>
    public double Rate { get; init; } = 0.01;

    /// <summary>How strongly weights are held where they began, in examples: the more there are, the less it counts.</summary>
    public double Pull { get; init; } = 3;

    /// <summary>Fixes the weights at the start.</summary>
    public ulong Seed { get; init; } = 1;
}
