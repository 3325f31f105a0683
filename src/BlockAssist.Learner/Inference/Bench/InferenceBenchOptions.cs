namespace BlockAssist.Learner.Inference.Bench;

/// <summary>How long and how wide inference is measured.</summary>
public sealed record InferenceBenchOptions
{
    /// <summary>How often the two take turns.</summary>
    public int Rounds { get; init; } = 30;

    /// <summary>How many runs of batch 1 make a turn.</summary>
    public int RunsPerTurn { get; init; } = 10;

    /// <summary>The batch sizes at which positions are counted.</summary>
    public IReadOnlyList<int> Batches { get; init; } = [16, 64, 256];

    /// <summary>What runs the exported network, and with how many threads; torch gets as many.</summary>
    public InferenceOptions Inference { get; init; } = new();
}
