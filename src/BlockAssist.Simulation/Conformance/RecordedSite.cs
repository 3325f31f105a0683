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
        var abilities = config.GetProperty("abilities");
        var limit = config.GetProperty("truncate_on_no_progress_timesteps");
        return new SiteOptions
        {
            Size = ReadSize(config.GetProperty("world_size")),
            Teleportation = abilities.GetProperty("teleportation").GetBoolean(),
            InfiniteBlocks = abilities.GetProperty("inf_blocks").GetBoolean(),
            Horizon = config.GetProperty("horizon").GetInt32(),
            EndWhenComplete = config.GetProperty("terminate_on_goal_completion").GetBoolean(),
            EndWithoutProgressAfter = limit.ValueKind == JsonValueKind.Null ? null : limit.GetInt32(),
            Builders = [.. config.GetProperty("players").EnumerateArray().Select(ReadBuilder)],
        };
    }

    /// <summary>The state that a case starts from.</summary>
    public static SiteState ReadState(JsonElement state, GridSize size)
    {
        var last = new sbyte[size.Volume];
        Array.Fill(last, BuildSite.Nobody);
        foreach (var cell in state.GetProperty("last").EnumerateObject())
        {
            last[int.Parse(cell.Name, System.Globalization.CultureInfo.InvariantCulture)] = cell.Value.GetSByte();
        }

        return new SiteState
        {
            Blocks = ReadBlocks(state.GetProperty("blocks"), size),
            Goal = ReadBlocks(state.GetProperty("goal"), size),
            LastInteracted = last,
            Locations = [.. state.GetProperty("pos").EnumerateArray().Select(ReadLocation)],
            Inventories = [.. state.GetProperty("inv").EnumerateArray().Select(ReadInventory)],
            Timestep = state.GetProperty("t").GetInt32(),
            GlobalTimestep = state.GetProperty("global_timestep").GetInt64(),
            SimilarityAtStart = ReadNumbers(state.GetProperty("sim0")),
            BestPercentage = ReadNumbers(state.GetProperty("max_pct")),
            StepsWithoutProgress = state.GetProperty("no_progress").GetInt32(),
        };
    }

    /// <summary>A size, as width, height, depth.</summary>
    public static GridSize ReadSize(JsonElement size) => new(size[0].GetInt32(), size[1].GetInt32(), size[2].GetInt32());

    /// <summary>Blocks in cell order.</summary>
    public static BlockGrid ReadBlocks(JsonElement blocks, GridSize size) =>
        new(size, [.. blocks.EnumerateArray().Select(block => (Block)block.GetByte())]);

    /// <summary>A point.</summary>
    public static Location ReadLocation(JsonElement point) => new(point[0].GetDouble(), point[1].GetDouble(), point[2].GetDouble());

    /// <summary>A cell's place.</summary>
    public static BlockPos ReadPos(JsonElement pos) => new(pos[0].GetInt32(), pos[1].GetInt32(), pos[2].GetInt32());

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

    private static BuilderOptions ReadBuilder(JsonElement player)
    {
        var rewards = player.GetProperty("rewards");
        return new BuilderOptions
        {
            GoalVisible = player.GetProperty("goal_visible").GetBoolean(),
            IsHuman = player.GetProperty("is_human").GetBoolean(),
            ActEvery = player.GetProperty("timestep_skip").GetInt32(),
            Rewards = new RewardOptions
            {
                Noop = ReadSchedule(rewards.GetProperty("noop")),
                Action = ReadSchedule(rewards.GetProperty("action")),
                IncorrectAction = ReadSchedule(rewards.GetProperty("incorrect_action")),
                PlaceWrong = ReadSchedule(rewards.GetProperty("place_wrong")),
                OwnShare = ReadSchedule(rewards.GetProperty("own_reward_prop")),
                GetResources = ReadSchedule(rewards.GetProperty("get_resources")),
            },
        };
    }

    private static Schedule ReadSchedule(JsonElement schedule) =>
        schedule.ValueKind == JsonValueKind.Array
            ? Schedule.Through([.. schedule.EnumerateArray().Select(point => new Schedule.Point(point[0].GetInt64(), point[1].GetDouble()))])
            : schedule.GetDouble();

    private static double[] ReadNumbers(JsonElement numbers) => [.. numbers.EnumerateArray().Select(number => number.GetDouble())];
}
