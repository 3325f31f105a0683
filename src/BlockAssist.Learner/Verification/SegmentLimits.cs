using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Reinforcement;
using BlockAssist.Learner.Training;

namespace BlockAssist.Learner.Verification;

/// <summary>How much a verifier takes upon itself for a segment of somebody else's.</summary>
public sealed record SegmentLimits
{
    /// <summary>The most steps.</summary>
    public int Steps { get; init; } = 64;

    /// <summary>The most turns of all windows of all steps.</summary>
    public long Turns { get; init; } = 200_000;

    /// <summary>The most weights of the network.</summary>
    public long Weights { get; init; } = 16_000_000;

    /// <summary>What is wrong with a segment; null if it can be replayed.</summary>
    internal string? Complaint(TrainingSegment segment) =>
        segment.Network != HumanNetwork.Name ? $"it is of a network '{segment.Network}', which is not known here"
        : !segment.NetworkOptions.IsPossible ? "the sizes of its network are not such"
        : !IsSensible(segment.TrainingOptions) ? "its training options are not such"
        : segment.Steps < 1 || segment.Steps > Steps ? $"it has {segment.Steps} steps, where 1 to {Steps} are replayed"
        : segment.FirstStep < 0 || segment.FirstStep > segment.TrainingOptions.Steps - segment.Steps
            ? $"its steps {segment.FirstStep} to {(long)segment.FirstStep + segment.Steps} are not within the {segment.TrainingOptions.Steps} of its training"
        : TurnsOf(segment) > Turns ? $"it shows {TurnsOf(segment)} turns, where up to {Turns} are replayed"
        : segment.Windows.Count > 0 && segment.Windows.Count != (long)segment.Steps * segment.TrainingOptions.Batch
            ? $"it names {segment.Windows.Count} windows, where its steps have {(long)segment.Steps * segment.TrainingOptions.Batch}"
        : WeightsOf(segment.NetworkOptions) > Weights ? $"its network has {WeightsOf(segment.NetworkOptions)} weights, where up to {Weights} are trained"
        : null;

    /// <summary>What speaks against making so many steps of self-play; null if nothing does.</summary>
    internal string? ComplaintOf(int iterations, ReinforcementOptions play, HumanNetworkOptions network) =>
        iterations > Steps ? $"it has {iterations} iterations, where up to {Steps} are replayed"
        : (long)iterations * play.TurnsAnIteration * play.Epochs > Turns ? $"it shows {(long)iterations * play.TurnsAnIteration * play.Epochs} turns, where up to {Turns} are replayed"
        : WeightsOf(network) > Weights ? $"its network has {WeightsOf(network)} weights, where up to {Weights} are trained"
        : null;

    /// <summary>Whether there can be a training by these options.</summary>
    internal static bool IsSensible(TrainingOptions options) => options
        is
    {
        Steps: >= 1 and <= 100_000_000, Length: >= 1 and <= 4096, Batch: >= 1 and <= 4096, Rate: >= 0 and <= 10, WarmUp: >= 0,
        Decay: >= 0 and <= 1, Clip: > 0 and <= 1e6, Averaging: >= 0 and < 1,
    };

    private static long TurnsOf(TrainingSegment segment) =>
        (long)segment.Steps * segment.TrainingOptions.Batch * segment.TrainingOptions.Length;

    private static long WeightsOf(HumanNetworkOptions network) => new HumanNetwork(network).Weights().Sum(shape => (long)shape.Length);
}
