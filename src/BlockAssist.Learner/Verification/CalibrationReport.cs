using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;

namespace BlockAssist.Learner.Verification;

/// <summary>How much honest segments of a network and a recipe differ between classes of device, and what cheats stand out from that.</summary>
public sealed record CalibrationReport
{
    /// <summary>The version of the form.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Which network it is of.</summary>
    public required string Network { get; init; }

    /// <summary>Its size.</summary>
    public required HumanNetworkOptions NetworkOptions { get; init; }

    /// <summary>How it was trained.</summary>
    public required TrainingOptions TrainingOptions { get; init; }

    /// <summary>How many times the worst honest drift is tolerated.</summary>
    public required double Factor { get; init; }

    /// <summary>What computed. The first is the one that measured, and that cheated.</summary>
    public required IReadOnlyList<CalibratedClass> Classes { get; init; }

    /// <summary>What was tolerated, by pair of classes and number of steps.</summary>
    public required IReadOnlyList<PairTolerance> Tolerances { get; init; }

    /// <summary>How far honest segments were from each other.</summary>
    public required IReadOnlyList<HonestDrift> Drifts { get; init; }

    /// <summary>How far cheats were from honest segments of their own class.</summary>
    public required IReadOnlyList<CheatDifference> Cheats { get; init; }

    /// <summary>How far the claim of a segment may be from what a class of device makes of it; null if that was not measured.</summary>
    public double? ToleranceFor(TrainingSegment segment, DeviceClass own)
    {
        ArgumentNullException.ThrowIfNull(segment);
        if (segment.Network != Network || segment.NetworkOptions != NetworkOptions || Kind(segment.TrainingOptions) != Kind(TrainingOptions))
        {
            return null;
        }

        return Tolerances
            .Where(pair => pair.Steps >= segment.Steps && IsBetween(pair, segment.Class, own))
            .GroupBy(pair => pair.Steps)
            .MinBy(pairs => pairs.Key)?
            .Max(pair => pair.Tolerance);
    }

    /// <summary>The same, of a class of which only the key is known.</summary>
    public double? ToleranceFor(TrainingSegment segment, string key) =>
        Classes.FirstOrDefault(named => named.Class.Key == key) is { } named ? ToleranceFor(segment, named.Class) : null;

    // How long the training is in all, and what it is seeded with, has nothing to do with rounding.
    private static TrainingOptions Kind(TrainingOptions options) => options with { Steps = 0, Seed = 0 };

    private bool IsBetween(PairTolerance pair, DeviceClass one, DeviceClass other)
    {
        var (a, b) = (ClassOf(pair.One), ClassOf(pair.Other));
        return (a == one && b == other) || (a == other && b == one);
    }

    private DeviceClass? ClassOf(string name) => Classes.FirstOrDefault(named => named.Name == name)?.Class;
}
