namespace BlockAssist.Learner.Beliefs.Search;

/// <summary>How an <see cref="AssistanceSearch"/> looks ahead.</summary>
public sealed record SearchOptions
{
    /// <summary>How many simulations a decision takes at most.</summary>
    public int Simulations { get; init; } = 2000;

    /// <summary>How long a decision may take; null: as long as the simulations do. Then it is the same under the same seed.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>How many steps it looks ahead.</summary>
    public int Horizon { get; init; } = 32;

    /// <summary>What a step later is worth.</summary>
    public float Discount { get; init; } = 0.97f;

    /// <summary>What a wrong edit costs, as a multiple of what a right one is worth; that somebody must set it right comes on top.</summary>
    public float WrongCost { get; init; } = 1;

    /// <summary>How much the prior has to say against what was found.</summary>
    public float Exploration { get; init; } = 1;
}
