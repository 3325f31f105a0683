using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Cli.Play;

/// <summary>What is to be played, by whom, and what is done besides.</summary>
internal sealed record PlayOrder
{
    /// <summary>Fixes goals and players.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Whether somebody said so.</summary>
    public required bool IsSeedSaid { get; init; }

    /// <summary>How many houses to build, one after the other.</summary>
    public required int Sessions { get; init; }

    /// <summary>Whether to go straight to them, without a menu.</summary>
    public required bool IsStraight { get; init; }

    /// <summary>Files or folders of blueprints; empty for made-up houses.</summary>
    public required IReadOnlyList<string> Goals { get; init; }

    /// <summary>Who plays without a window.</summary>
    public required string Player { get; init; }

    /// <summary>Who helps; null for whom there is.</summary>
    public string? Assistant { get; init; }

    /// <summary>With which model; null for the one that plays.</summary>
    public string? Model { get; init; }

    /// <summary>The size of the site.</summary>
    public required GridSize Site { get; init; }

    /// <summary>Where to record; null for the node's own episodes.</summary>
    public string? Folder { get; init; }

    /// <summary>Which rounds are trained beside a window.</summary>
    public required RoundsBeside Rounds { get; init; }

    /// <summary>How many steps the assistant learns after each session without a window.</summary>
    public required int LearnSteps { get; init; }

    /// <summary>How long is trained in a round of a swarm of one.</summary>
    public required TimeSpan Training { get; init; }

    /// <summary>The port of the dashboard that is served besides; null for none.</summary>
    public int? DashboardPort { get; init; }
}
