namespace BlockAssist.Learner.Inference.Bench;

/// <summary>What was measured of a network.</summary>
/// <param name="Network">Its name.</param>
/// <param name="Weights">How many weights it has; null if it is there as a file only.</param>
/// <param name="Attempts">What was tried to run the exported network, and what runs it.</param>
/// <param name="Threads">How many threads each may use.</param>
/// <param name="Idle">One position at a time, with the other cores free as far as we know.</param>
/// <param name="Busy">One position at a time, while all other cores are kept busy.</param>
/// <param name="Batches">Many positions at a time.</param>
/// <param name="Formats">The formats of weights; none if it is there as a file only.</param>
public sealed record InferenceFigures(
    string Network,
    int? Weights,
    IReadOnlyList<ProviderAttempt> Attempts,
    int Threads,
    LatencyFigures Idle,
    LatencyFigures Busy,
    IReadOnlyList<BatchFigures> Batches,
    IReadOnlyList<FormatFigures> Formats);
