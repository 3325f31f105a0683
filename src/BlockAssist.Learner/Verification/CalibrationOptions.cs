namespace BlockAssist.Learner.Verification;

/// <summary>How a calibration goes.</summary>
public sealed record CalibrationOptions
{
    /// <summary>What the class is called that measures.</summary>
    public const string Here = "here";

    /// <summary>How many steps the segments have, from few to many.</summary>
    public IReadOnlyList<int> Lengths { get; init; } = [1, 3, 6, 12];

    /// <summary>How many times the worst honest drift is tolerated.</summary>
    public double Factor { get; init; } = 4;

    /// <summary>What is tolerated at least between two classes that may differ at all.</summary>
    public double Least { get; init; } = 1e-6;
}
