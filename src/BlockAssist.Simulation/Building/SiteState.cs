using System.Runtime.InteropServices;
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

    /// <summary>Which builder last changed each cell, in one piece; what <see cref="BuildSite.Capture"/> gave is not copied for that.</summary>
    internal ReadOnlySpan<sbyte> LastInteractedCells => LastInteracted as sbyte[] ?? [.. LastInteracted];

    /// <summary>Complains about blocks that are not of the palette.</summary>
    internal static void DemandPalette(BlockGrid grid, string name)
    {
        if (MemoryMarshal.AsBytes(grid.Blocks).ContainsAnyExceptInRange((byte)0, (byte)(Palette.Count - 1)))
        {
            throw new ArgumentException("A block that is not of the palette.", name);
        }
    }

    /// <summary>Complains about a state that a site with these rules cannot be in.</summary>
    internal void Demand(SiteOptions options)
    {
        var builders = options.Builders.Count;
        ArgumentOutOfRangeException.ThrowIfNotEqual(Blocks.Size, options.Size, nameof(Blocks));
        ArgumentOutOfRangeException.ThrowIfNotEqual(Goal.Size, options.Size, nameof(Goal));
        DemandPalette(Blocks, nameof(Blocks));
        DemandPalette(Goal, nameof(Goal));
        ArgumentOutOfRangeException.ThrowIfNotEqual(LastInteracted.Count, options.Size.Volume, nameof(LastInteracted));
        ArgumentOutOfRangeException.ThrowIfNotEqual(Locations.Count, builders, nameof(Locations));
        ArgumentOutOfRangeException.ThrowIfNotEqual(Inventories.Count, builders, nameof(Inventories));
        ArgumentOutOfRangeException.ThrowIfNotEqual(SimilarityAtStart?.Count ?? builders, builders, nameof(SimilarityAtStart));
        ArgumentOutOfRangeException.ThrowIfNotEqual(BestPercentage?.Count ?? builders, builders, nameof(BestPercentage));
        foreach (var feet in Locations)
        {
            if (!feet.IsNearOrigin)
            {
                throw new ArgumentException($"A builder at {feet}, expected within {Location.Farthest} of the origin.");
            }
        }

        var stranger = LastInteractedCells.IndexOfAnyExceptInRange(BuildSite.Nobody, (sbyte)(builders - 1));
        if (stranger >= 0)
        {
            throw new ArgumentException($"Cell {stranger} was changed by builder {LastInteracted[stranger]}, expected {BuildSite.Nobody} to {builders - 1}.");
        }
    }
}
