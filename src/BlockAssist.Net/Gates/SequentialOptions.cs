namespace BlockAssist.Net.Gates;

/// <summary>What a sequential test asks for.</summary>
public sealed record SequentialOptions
{
    /// <summary>The mean difference that is not worth a promotion; in the unit of the differences.</summary>
    public double NotWorth { get; init; }

    /// <summary>The mean difference that is.</summary>
    public double Worth { get; init; } = 0.02;

    /// <summary>How often a candidate that is not worth it may be promoted, if the spread of games were known; since it is estimated, a little less than the 5 in 100 that are allowed.</summary>
    public double FalsePromotions { get; init; } = 0.045;

    /// <summary>How often one that is worth it may be turned down.</summary>
    public double FalseRefusals { get; init; } = 0.05;

    /// <summary>How many pairs there must be before anything is decided: of few, the spread is not known.</summary>
    public int FewestPairs { get; init; } = 30;

    /// <summary>How many pairs at most; who has not shown to be better by then is turned down.</summary>
    public int MostPairs { get; init; } = 600;

    /// <summary>The logarithm of the likelihood ratio from which on a candidate is better: so high a ratio comes by chance no more often than <see cref="FalsePromotions"/>.</summary>
    public double Upper => -Math.Log(FalsePromotions);

    /// <summary>The one below which it is not.</summary>
    public double Lower => Math.Log(FalseRefusals / (1 - FalsePromotions));
}
