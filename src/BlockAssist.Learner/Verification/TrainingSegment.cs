using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;

namespace BlockAssist.Learner.Verification;

/// <summary>What a trainer claims: from this checkpoint, with these options and these windows, so many steps lead to this update.</summary>
/// <remarks>Others can make the same steps and see. Whether these options and windows were asked for is for whoever asked.</remarks>
public sealed record TrainingSegment
{
    /// <summary>The name of the network.</summary>
    public string Network { get; init; } = HumanNetwork.Name;

    /// <summary>Its size.</summary>
    public required HumanNetworkOptions NetworkOptions { get; init; }

    /// <summary>How it is trained.</summary>
    public required TrainingOptions TrainingOptions { get; init; }

    /// <summary>The address of the checkpoint where the segment starts: a whole state of training.</summary>
    public required string Start { get; init; }

    /// <summary>The hash of the manifest of the demonstrations.</summary>
    public required string Data { get; init; }

    /// <summary>What the trainer computed on.</summary>
    public required DeviceClass Class { get; init; }

    /// <summary>How many steps the training had made before.</summary>
    public required int FirstStep { get; init; }

    /// <summary>How many steps the segment has.</summary>
    public required int Steps { get; init; }

    /// <summary>The hash of the state that it ends in: <see cref="TrainingMoment.Hash"/>.</summary>
    public required string End { get; init; }

    /// <summary>What the steps showed, step by step; none where the plan of windows says it, from the seed and the step alone.</summary>
    public IReadOnlyList<SegmentWindow> Windows { get; init; } = [];

    /// <summary>What was added to each weight, in the format of docs/formats/update.md, in single precision.</summary>
    public required ReadOnlyMemory<byte> Update { get; init; }
}
