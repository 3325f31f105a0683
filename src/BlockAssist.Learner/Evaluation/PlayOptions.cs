using BlockAssist.Simulation.Building;

namespace BlockAssist.Learner.Evaluation;

/// <summary>How a builder is measured by letting it build alone.</summary>
public sealed record PlayOptions
{
    /// <summary>How many episodes.</summary>
    public int Episodes { get; init; } = 100;

    /// <summary>The rules; by default the paper's site, with walking builders, blocks without end and 1,500 steps.</summary>
    public SiteOptions Site { get; init; } = new();

    /// <summary>The seed of the first episode; each later one has the next.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many episodes go on side by side in one group.</summary>
    public int Together { get; init; } = 8;

    /// <summary>How many groups are played at once; 0: one a core.</summary>
    public int Threads { get; init; }
}
