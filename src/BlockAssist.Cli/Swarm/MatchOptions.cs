using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Cli.Swarm;

/// <summary>By which rules models play against each other.</summary>
internal sealed record MatchOptions
{
    /// <summary>The first of the houses, and of the seeds: far from those that anything is trained or measured on.</summary>
    public ulong FirstHouse { get; init; } = 40_000_000;

    /// <summary>The rules: small sites, and not time enough to finish every house.</summary>
    public SiteOptions Site { get; init; } = new() { Size = new(8, 8, 8), Horizon = 300 };

    /// <summary>How models play: with fewer slips and pauses than people, so that chance hides less.</summary>
    public PlayStyle Style { get; init; } = PlayStyle.Steady;

    /// <summary>How many sites go on side by side in a group.</summary>
    public int Together { get; init; } = 5;

    /// <summary>How many groups are played at once; 0: one a core.</summary>
    public int Threads { get; init; }
}
