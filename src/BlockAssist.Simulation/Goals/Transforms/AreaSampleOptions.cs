namespace BlockAssist.Simulation.Goals.Transforms;

/// <summary>How a structure is scaled down to the room.</summary>
public sealed record AreaSampleOptions
{
    /// <summary>The options of the paper: no structure is shrunk to less than half.</summary>
    public static AreaSampleOptions Paper { get; } = new() { MaxScalingFactor = 2 };

    /// <summary>How many times too large a structure may be along any axis before it is rejected; above 0.</summary>
    public double MaxScalingFactor { get; init; } = 4;

    /// <summary>Whether to resample first, so that halving ends as close to the room as it can; otherwise only halve.</summary>
    public bool Interpolate { get; init; } = true;

    /// <summary>The order of the spline that resamples: 0 nearest cell, 1 linear, up to 5.</summary>
    public int InterpolationOrder { get; init; } = 1;

    /// <summary>Whether the height may be scaled by another factor than width and depth.</summary>
    public bool ScaleYIndependently { get; init; } = true;

    /// <summary>How far the factor of the height and that of width and depth may differ; from 1 to 4.</summary>
    public double MaxScalingFactorRatio { get; init; } = 1.5;

    /// <summary>Whether to keep the ways that a player can walk: doors, corridors, stairs.</summary>
    public bool PreservePaths { get; init; } = true;
}
