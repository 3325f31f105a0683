using BlockAssist.Learner.Networks;

namespace BlockAssist.Learner.Training.Bench;

/// <summary>What training is measured on.</summary>
public sealed record TrainingBenchOptions
{
    /// <summary>The size of our network.</summary>
    public HumanNetworkOptions Network { get; init; } = new();

    /// <summary>How it is trained.</summary>
    public TrainingOptions Training { get; init; } = new();

    /// <summary>How many features a cell has in the network that ours is measured against.</summary>
    public int UpstreamChannels { get; init; } = 64;

    /// <summary>How many turns the sequence has that it is trained on.</summary>
    public int UpstreamTurns { get; init; } = 16;

    /// <summary>How often the two take turns.</summary>
    public int Rounds { get; init; } = 5;

    /// <summary>How many steps of ours stand beside one of the other.</summary>
    public int StepsPerTurn { get; init; } = 4;

    /// <summary>How many threads each may use.</summary>
    public int Threads { get; init; } = 1;
}
