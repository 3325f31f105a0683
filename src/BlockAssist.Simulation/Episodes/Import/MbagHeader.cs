using System.Text.Json;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Import;

/// <summary>The first line of a recorded human episode.</summary>
internal sealed record MbagHeader
{
    /// <summary>The format this is.</summary>
    public const string Format = "mbag-human-episode/1";

    /// <summary>What it calls the kinds of actions, by their number.</summary>
    public static readonly IReadOnlyList<string> ActionNames =
        ["NOOP", "PLACE_BLOCK", "BREAK_BLOCK", "MOVE_POS_X", "MOVE_NEG_X", "MOVE_POS_Y", "MOVE_NEG_Y", "MOVE_POS_Z", "MOVE_NEG_Z", "GIVE_BLOCK"];

    /// <summary>The same, as our episodes have it.</summary>
    public required EpisodeHeader Header { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Whether steps are those of an environment that ran by itself, of which only the eventful are written down.</summary>
    public required bool HasIdleSteps { get; init; }

    /// <summary>Reads the line.</summary>
    public static MbagHeader Read(JsonFields line)
    {
        Demand(line.Text("format"), Format, "format");
        Demand(line.Text("index_order"), "(x*height+y)*depth+z", "index_order");
        Demand(Names(line, "palette"), string.Join(' ', Enumerable.Range(0, Palette.Count).Select(block => Palette.NameOf((Block)block))), "palette");
        Demand(Names(line, "action_names"), string.Join(' ', ActionNames), "action_names");
        var sizes = JsonFields.ArrayOf(line.Field("world_size"), "world_size", 3, 3);
        var edges = sizes.Select(edge => JsonFields.IntOf(edge, "world_size", 1, SiteOptions.MaxEdge)).ToArray();
        var size = new GridSize(edges[0], edges[1], edges[2]);
        var options = ReadOptions(line, size);
        var name = line.Text("name");
        var goal = line.Blocks("goal", size);
        return new MbagHeader
        {
            Name = name,
            HasIdleSteps = line.Text("split") == "tutorial",
            Header = new EpisodeHeader
            {
                Options = options,
                Goal = goal,
                GoalName = $"human-goal-{name}",
                Builders = [.. line.Array("players").Select(player => ReadBuilder(new JsonFields(player)))],
                Start = ReadStart(line, options, goal),
                Properties = ReadProperties(line),
            },
        };
    }

    private static SiteOptions ReadOptions(JsonFields line, GridSize size)
    {
        var abilities = line.Object("abilities");
        var rewards = line.Object("rewards");
        var count = line.Count("players");
        if (count is < 1 or > SiteOptions.MaxBuilders)
        {
            throw new InvalidDataException($"\"players\": found {count}, expected 1 to {SiteOptions.MaxBuilders}");
        }

        var human = line.Int("human_player", 0, count - 1);
        var paid = new RewardOptions
        {
            Noop = rewards.Number("noop"),
            Action = rewards.Number("action"),
            PlaceWrong = rewards.Number("place_wrong"),
            OwnShare = rewards.Number("own_reward_prop"),
        };
        return new SiteOptions
        {
            Size = size,
            Teleportation = abilities.Flag("teleportation"),
            InfiniteBlocks = abilities.Flag("inf_blocks"),
            Horizon = int.MaxValue,
            EndWhenComplete = false,
            Builders = [.. Enumerable.Range(0, count).Select(builder => new BuilderOptions { IsHuman = true, GoalVisible = builder == human, Rewards = paid })],
        };
    }

    private static EpisodeBuilder ReadBuilder(JsonFields player)
    {
        var role = player.Text("role");
        return new EpisodeBuilder(role.StartsWith("assistant", StringComparison.Ordinal) ? BuilderRole.Assistant : BuilderRole.Person, role);
    }

    /// <summary>The state at the start; null if it is the plain one.</summary>
    private static SiteState? ReadStart(JsonFields line, SiteOptions options, BlockGrid goal)
    {
        var plain = new BuildSite(options, goal).Capture();
        var initial = line.Blocks("initial", options.Size);
        Location[] places = [.. line.Array("players").Select(player => JsonFields.StandingOf(new JsonFields(player).Field("start"), "start", options.Size))];
        return initial.ContentEquals(plain.Blocks) && places.SequenceEqual(plain.Locations)
            ? null
            : new BuildSite(options, plain with { Blocks = initial, Locations = places, SimilarityAtStart = null }).Capture();
    }

    private static Dictionary<string, string> ReadProperties(JsonFields line)
    {
        var properties = new Dictionary<string, string> { ["source"] = Format };
        foreach (var field in (ReadOnlySpan<string>)["name", "split", "house_id", "recorded", "repository", "commit"])
        {
            if (line.TextOrNull(field) is { } text)
            {
                properties[field] = text;
            }
        }

        foreach (var field in (ReadOnlySpan<string>)["participant", "human_player"])
        {
            properties[field] = line.Int(field, 0, int.MaxValue).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return properties;
    }

    private static string Names(JsonFields line, string name) =>
        string.Join(' ', line.Array(name).Select(element => element.ValueKind == JsonValueKind.String ? element.GetString() : element.GetRawText()));

    private static void Demand(string found, string expected, string name)
    {
        if (found != expected)
        {
            throw new InvalidDataException($"\"{name}\": found {found}, expected {expected}");
        }
    }
}
