using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>Everything that a site can be in: enough to go on from there exactly.</summary>
/// <remarks>A keyframe of an episode, a restart point of self-play, the root of a search.</remarks>
public sealed record SiteState
{
    /// <summary>The blocks.</summary>
    public required BlockGrid Blocks { get; init; }

    /// <summary>The goal, of the size of the site.</summary>
    public required BlockGrid Goal { get; init; }

    /// <summary>Which builder last changed each cell; <see cref="BuildSite.Nobody"/> where none did.</summary>
    public required IReadOnlyList<sbyte> LastInteracted { get; init; }

    /// <summary>Where each builder's feet are.</summary>
    public required IReadOnlyList<Location> Locations { get; init; }

    /// <summary>What each builder carries.</summary>
    public required IReadOnlyList<Inventory> Inventories { get; init; }

    /// <summary>Steps since the start of the episode.</summary>
    public int Timestep { get; init; }

    /// <summary>The time by which reward schedules run.</summary>
    public long GlobalTimestep { get; init; }

    /// <summary>Each builder's goal similarity at the start, with partial credit: the zero of the goal percentage. Null: that of this state.</summary>
    public IReadOnlyList<double>? SimilarityAtStart { get; init; }

    /// <summary>The best goal percentage of each builder so far. Null: 0.</summary>
    public IReadOnlyList<double>? BestPercentage { get; init; }

    /// <summary>Steps since anybody came nearer to the goal.</summary>
    public int StepsWithoutProgress { get; init; }
}
