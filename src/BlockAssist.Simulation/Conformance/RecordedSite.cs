using System.Globalization;
using System.Text.Json;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Conformance;

/// <summary>Reads the parts that recorded cases share: rules, states, actions.</summary>
internal static class RecordedSite
{
    /// <summary>The rules of a case.</summary>
    public static SiteOptions ReadOptions(JsonElement config)
    {
        var abilities = config.Need("abilities");
        RefuseOtherRules(config, abilities);
        var limit = config.Need("truncate_on_no_progress_timesteps");
        return new SiteOptions
        {
            Size = config.Need("world_size").Size("world_size"),
            Teleportation = abilities.Need("teleportation").Truth("teleportation"),
            InfiniteBlocks = abilities.Need("inf_blocks").Truth("inf_blocks"),
            Horizon = config.Need("horizon").Integer("horizon"),
            EndWhenComplete = config.Need("terminate_on_goal_completion").Truth("terminate_on_goal_completion"),
            EndWithoutProgressAfter = limit.ValueKind == JsonValueKind.Null ? null : limit.GetInt32(),
            Builders = [.. config.Need("players").Items("players").Select(ReadBuilder)],
        };
    }

    /// <summary>The state that a case starts from.</summary>
    public static SiteState ReadState(JsonElement state, GridSize size)
    {
        var last = new sbyte[size.Volume];
        Array.Fill(last, BuildSite.Nobody);
        foreach (var cell in state.Need("last").EnumerateObject())
        {
            var known = int.TryParse(cell.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < last.Length;
            last[known ? number : throw new FormatException($"last: found cell '{cell.Name}', expected 0 to {last.Length - 1}.")] = cell.Value.GetSByte();
        }

        return new SiteState
        {
            Blocks = state.Need("blocks").Blocks(size, "blocks"),
            Goal = state.Need("goal").Blocks(size, "goal"),
            LastInteracted = last,
            Locations = [.. state.Need("pos").Items("pos").Select(ReadLocation)],
            Inventories = [.. state.Need("inv").Items("inv").Select(ReadInventory)],
            Timestep = state.Need("t").Integer("t"),
            GlobalTimestep = state.Need("global_timestep").GetInt64(),
            SimilarityAtStart = ReadNumbers(state, "sim0"),
            BestPercentage = ReadNumbers(state, "max_pct"),
            StepsWithoutProgress = state.Need("no_progress").Integer("no_progress"),
        };
    }

    /// <summary>A point.</summary>
    public static Location ReadLocation(JsonElement point) => new(point[0].GetDouble(), point[1].GetDouble(), point[2].GetDouble());

    /// <summary>An action: kind, cell, block.</summary>
    public static BuilderAction ReadAction(JsonElement action) =>
        new((ActionType)action[0].GetByte(), action[1].GetInt32(), (Block)action[2].GetByte());

    /// <summary>Slots, those that are not empty.</summary>
    public static Inventory ReadInventory(JsonElement slots)
    {
        var inventory = new Inventory();
        foreach (var slot in slots.EnumerateArray())
        {
            inventory.SetSlot(slot[0].GetInt32(), (Block)slot[1].GetByte(), slot[2].GetInt32());
        }

        return inventory;
    }

    // What we do not have: builders who walk on the ground, and those of whom nothing is said.
    private static void RefuseOtherRules(JsonElement config, JsonElement abilities)
    {
        if (!abilities.Need("flying").Truth("flying"))
        {
            throw new FormatException("flying: found false, expected true: all builders fly.");
        }

        var (said, listed) = (config.Need("num_players").Integer("num_players"), config.Need("players").Items("players").Count());
        if (said != listed)
        {
            throw new FormatException($"num_players: found {said}, expected {listed}, as many as are listed.");
        }
    }

    private static BuilderOptions ReadBuilder(JsonElement player)
    {
        var rewards = player.Need("rewards");
        return new BuilderOptions
        {
            GoalVisible = player.Need("goal_visible").Truth("goal_visible"),
            IsHuman = player.Need("is_human").Truth("is_human"),
            ActEvery = player.Need("timestep_skip").Integer("timestep_skip"),
            Rewards = new RewardOptions
            {
                Noop = ReadSchedule(rewards.Need("noop")),
                Action = ReadSchedule(rewards.Need("action")),
                IncorrectAction = ReadSchedule(rewards.Need("incorrect_action")),
                PlaceWrong = ReadSchedule(rewards.Need("place_wrong")),
                OwnShare = ReadSchedule(rewards.Need("own_reward_prop")),
                GetResources = ReadSchedule(rewards.Need("get_resources")),
            },
        };
    }

    private static Schedule ReadSchedule(JsonElement schedule) =>
        schedule.ValueKind == JsonValueKind.Array
            ? Schedule.Through([.. schedule.EnumerateArray().Select(point => new Schedule.Point(point[0].GetInt64(), point[1].GetDouble()))])
            : schedule.GetDouble();

    private static double[] ReadNumbers(JsonElement state, string name) => [.. state.Need(name).Items(name).Select(number => number.Number(name))];
}
