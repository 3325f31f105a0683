using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>What a session is about.</summary>
public sealed record SessionOptions
{
    /// <summary>More steps than anybody plays; the player says when it is over.</summary>
    public const int Horizon = 100_000;

    /// <summary>The file to record into, which must not exist; its folder is made.</summary>
    public required string Path { get; init; }

    /// <summary>What is to be built, of the size of the site; see <c>Goals.GoalPlacement</c>.</summary>
    public required BlockGrid Goal { get; init; }

    /// <summary>What that is called.</summary>
    public string GoalName { get; init; } = "";

    /// <summary>How the site is at the start, of the same goal; null: bare ground, the builders in its north-western corner.</summary>
    public SiteState? Start { get; init; }

    /// <summary>What the player is called.</summary>
    public string PlayerName { get; init; } = "player";

    /// <summary>Who helps; null for nobody.</summary>
    public AssistantOptions? Assistant { get; init; }

    /// <summary>The seed of whatever chance had a hand in it.</summary>
    public ulong Seed { get; init; }

    /// <summary>Anything else worth keeping with the recording.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>The header of the recording.</summary>
    internal EpisodeHeader ToHeader()
    {
        var player = new BuilderOptions { IsHuman = true, GoalVisible = true };
        return new EpisodeHeader
        {
            Options = new SiteOptions
            {
                Size = Goal.Size,
                Horizon = Horizon,
                EndWhenComplete = false,
                Builders = Assistant is null ? [player] : [player, new BuilderOptions { GoalVisible = Assistant.GoalVisible }],
            },
            Goal = Goal,
            GoalName = GoalName,
            Start = Start,
            Builders = Assistant is null
                ? [new EpisodeBuilder(BuilderRole.Person, PlayerName)]
                : [new EpisodeBuilder(BuilderRole.Person, PlayerName), new EpisodeBuilder(Assistant.Role, Assistant.Name)],
            Seed = Seed,
            Properties = Properties,
        };
    }
}
