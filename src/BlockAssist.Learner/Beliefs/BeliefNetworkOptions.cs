namespace BlockAssist.Learner.Beliefs;

/// <summary>How large a <see cref="BeliefNetwork"/> is.</summary>
public sealed record BeliefNetworkOptions
{
    /// <summary>Features of a cell; a multiple of 16.</summary>
    public int Channels { get; init; } = 32;

    /// <summary>Features of a column, in which its levels meet.</summary>
    public int ColumnFeatures { get; init; } = 96;

    /// <summary>How many residual blocks.</summary>
    public int Blocks { get; init; } = 3;
}
