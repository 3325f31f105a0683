using System.Text.Json;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Conformance;

/// <summary>Plays a recorded episode and compares the numbers that MBAG's evaluation gave for it.</summary>
internal static class MetricsCheck
{
    private static readonly (string Name, ActionType Type)[] Counts =
    [
        ("num_noop", ActionType.Noop), ("num_place_block", ActionType.Place), ("num_break_block", ActionType.Break),
        ("num_move_pos_x", ActionType.MovePosX), ("num_move_neg_x", ActionType.MoveNegX),
        ("num_move_pos_y", ActionType.MovePosY), ("num_move_neg_y", ActionType.MoveNegY),
        ("num_move_pos_z", ActionType.MovePosZ), ("num_move_neg_z", ActionType.MoveNegZ),
        ("num_give_block", ActionType.Give),
    ];

    /// <summary>Checks one episode.</summary>
    public static CheckResult Check(JsonElement line)
    {
        var findings = new Findings(line.Need("id").Text("id"));
        var options = RecordedSite.ReadOptions(line.Need("config"));
        var site = new BuildSite(options, RecordedSite.ReadState(line.Need("start"), options.Size));
        var metrics = new EpisodeMetrics(site, line.Need("action_delay").Number("action_delay"));
        var deeds = new Deed[site.BuilderCount];
        foreach (var row in line.Need("rows").Items("rows"))
        {
            BuilderAction[] actions = [.. row[0].EnumerateArray().Select(RecordedSite.ReadAction)];
            site.Step(actions, deeds);
            metrics.Add(actions, deeds);
            findings.Near($"row {metrics.Steps}: goal percentage", row[5].GetDouble(), site.GoalPercentageOf(0));
        }

        Compare(findings, line.Need("metrics"), metrics);
        return findings.Result;
    }

    private static void Compare(Findings findings, JsonElement recorded, EpisodeMetrics metrics)
    {
        CompareScore(findings, recorded, "", metrics.Total);
        var players = recorded.Need("player_metrics");
        for (var builder = 0; builder < players.GetArrayLength(); builder++)
        {
            CompareTally(findings, players[builder], "", metrics.Total.Builders[builder]);
        }

        var minute = 0;
        foreach (var score in metrics.Minutes)
        {
            var suffix = $"_{minute++}_min";
            CompareScore(findings, recorded, suffix, score);
            for (var builder = 0; builder < players.GetArrayLength(); builder++)
            {
                CompareTally(findings, players[builder].Need("per_minute_metrics"), suffix, score.Builders[builder]);
            }
        }

        findings.Equal("recorded minutes", recorded.EnumerateObject().Count(value => value.Name.StartsWith("reward_", StringComparison.Ordinal)), minute);
    }

    private static void CompareScore(Findings findings, JsonElement recorded, string suffix, EpisodeScore score)
    {
        CompareNumber(findings, recorded, "goal_similarity" + suffix, score.GoalSimilarity);
        CompareNumber(findings, recorded, "goal_distance" + suffix, score.GoalDistance);
        CompareNumber(findings, recorded, "goal_percentage" + suffix, score.GoalPercentage);
        CompareNumber(findings, recorded, "reward" + suffix, score.Reward);
    }

    private static void CompareTally(Findings findings, JsonElement recorded, string suffix, BuilderTally tally)
    {
        foreach (var (name, type) in Counts)
        {
            CompareNumber(findings, recorded, name + suffix, tally.Count(type));
        }

        CompareNumber(findings, recorded, "num_unintentional_noop" + suffix, tally.UnintentionalNoops);
        CompareNumber(findings, recorded, "num_break_palette" + suffix, tally.PaletteBreaks);
        CompareNumber(findings, recorded, "num_correct_place_block" + suffix, tally.CorrectPlacements);
        CompareNumber(findings, recorded, "num_correct_break_block" + suffix, tally.CorrectBreaks);
        CompareNumber(findings, recorded, "own_reward" + suffix, tally.OwnReward);
        CompareNumber(findings, recorded, "goal_dependent_reward" + suffix, tally.GoalDependentReward);
        CompareNumber(findings, recorded, "goal_independent_reward" + suffix, tally.GoalIndependentReward);
        CompareNumber(findings, recorded, "place_block_accuracy" + suffix, tally.PlaceAccuracy);
        CompareNumber(findings, recorded, "break_block_accuracy" + suffix, tally.BreakAccuracy);
    }

    // A recording leaves out what its rules do not have (gifts with infinite blocks, say), and minute 0 of the builders.
    private static void CompareNumber(Findings findings, JsonElement recorded, string name, double? actual)
    {
        if (recorded.TryGetProperty(name, out var value))
        {
            findings.Near(name, value.ValueKind == JsonValueKind.Null ? double.NaN : value.GetDouble(), actual ?? double.NaN);
        }
    }
}
