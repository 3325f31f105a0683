using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Building;

/// <summary>The rules that one build site is played by; MBAG's names in brackets.</summary>
public sealed record SiteOptions
{
    /// <summary>The largest site along any axis.</summary>
    public const int MaxEdge = 64;

    /// <summary>The most builders on one site.</summary>
    public const int MaxBuilders = 15;

    /// <summary>The size of the site; the paper's by default.</summary>
    public GridSize Size { get; init; } = new(11, 10, 10);

    /// <summary>Builders stand wherever they need to, instead of walking (<c>teleportation</c>).</summary>
    public bool Teleportation { get; init; }

    /// <summary>Blocks come from nowhere, instead of an inventory filled at the palette (<c>inf_blocks</c>).</summary>
    public bool InfiniteBlocks { get; init; } = true;

    /// <summary>The step after which the episode is over (<c>horizon</c>).</summary>
    public int Horizon { get; init; } = 1500;

    /// <summary>The episode is over when the goal stands (<c>terminate_on_goal_completion</c>).</summary>
    public bool EndWhenComplete { get; init; } = true;

    /// <summary>The episode is over after so many steps in which nobody came nearer to the goal; null: never (<c>truncate_on_no_progress_timesteps</c>).</summary>
    public int? EndWithoutProgressAfter { get; init; }

    /// <summary>Who builds, in the order in which they act.</summary>
    public IReadOnlyList<BuilderOptions> Builders { get; init; } = [new BuilderOptions()];

    /// <summary>Complains about a value out of its range.</summary>
    internal void Validate()
    {
        foreach (var edge in (ReadOnlySpan<int>)[Size.Width, Size.Height, Size.Depth])
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(edge, 1, nameof(Size));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(edge, MaxEdge, nameof(Size));
        }

        ArgumentNullException.ThrowIfNull(Builders);
        ArgumentOutOfRangeException.ThrowIfLessThan(Builders.Count, 1, nameof(Builders));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Builders.Count, MaxBuilders, nameof(Builders));
        foreach (var builder in Builders)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(builder.ActEvery, 1, nameof(BuilderOptions.ActEvery));
        }
    }
}
