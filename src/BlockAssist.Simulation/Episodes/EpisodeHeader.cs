using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes;

/// <summary>All that is known when an episode begins: enough, with the actions, to play it again.</summary>
public sealed record EpisodeHeader
{
    /// <summary>The rules.</summary>
    public required SiteOptions Options { get; init; }

    /// <summary>The goal, of the size of the site.</summary>
    public required BlockGrid Goal { get; init; }

    /// <summary>What the goal is called.</summary>
    public string GoalName { get; init; } = "";

    /// <summary>The state at the start; null: bare ground and the builders in a row, as <see cref="BuildSite.Reset"/> makes it.</summary>
    public SiteState? Start { get; init; }

    /// <summary>Who builds, in the order of <see cref="SiteOptions.Builders"/>.</summary>
    public required IReadOnlyList<EpisodeBuilder> Builders { get; init; }

    /// <summary>The seed of whatever chance had a hand in the episode.</summary>
    public ulong Seed { get; init; }

    /// <summary>How long a step takes, in milliseconds; null if that varies.</summary>
    public int? StepMilliseconds { get; init; }

    /// <summary>The version of the rules that the episode was recorded by.</summary>
    public int RulesVersion { get; init; } = EpisodeFormat.RulesVersion;

    /// <summary>Anything else worth knowing, such as source, date, participant.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>The site as the episode starts.</summary>
    public BuildSite CreateSite() => Start is null ? new BuildSite(Options, Goal) : new BuildSite(Options, Start);
}
