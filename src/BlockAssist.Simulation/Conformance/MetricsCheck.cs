using System.Text.Json;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Conformance;

/// <summary>Plays a recorded episode and compares the numbers that MBAG's evaluation gave for it.</summary>
internal static class MetricsCheck
{
    private const string Columns = "attempted effective correct own reward goal_percentage goal_similarity";
    private const int Wanted = 0;
    private const int Effective = 1;
    private const int Correct = 2;
    private const int Own = 3;
    private const int Reward = 4;
    private const int Percentage = 5;
    private const int Similarity = 6;

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
        findings.Equal("columns", string.Join(' ', line.Need("columns").Items("columns").Select(name => name.Text("columns"))), Columns);
        var metrics = new EpisodeMetrics(site, line.Need("action_delay").Number("action_delay"));
        var deeds = new Deed[site.BuilderCount];
        foreach (var row in line.Need("rows").Items("rows"))
        {
            BuilderAction[] actions = [.. row[Wanted].EnumerateArray().Select(RecordedSite.ReadAction)];
            site.Step(actions, deeds);
            metrics.Add(actions, deeds);
            CompareRow(findings, $"row {metrics.Steps}", row, site, deeds);
        }

        findings.Equal("length", line.Need("length").Integer("length"), metrics.Steps);
        Compare(findings, line.Need("metrics"), metrics);
        CompareShares(findings, line.Need("metrics").Need("player_metrics"), options, site.GlobalTimestep);
        return findings.Result;
    }

    private static void CompareRow(Findings findings, string where, JsonElement row, BuildSite site, Deed[] deeds)
    {
        for (var builder = 0; builder < deeds.Length; builder++)
        {
            findings.Equal($"{where}: effect of builder {builder}", RecordedSite.ReadAction(row[Effective][builder]), deeds[builder].Action);
            findings.Equal($"{where}: correctness of builder {builder}", row[Correct][builder].GetBoolean(), deeds[builder].Correct);
            findings.Near($"{where}: own reward of builder {builder}", row[Own][builder].GetDouble(), deeds[builder].OwnReward);
        }

        findings.Near($"{where}: reward", row[Reward].GetDouble(), deeds[0].Reward);
        findings.Near($"{where}: goal percentage", row[Percentage].GetDouble(), site.GoalPercentageOf(0));
        findings.Equal($"{where}: goal similarity", row[Similarity].GetInt32(), site.GoalSimilarity);
    }

    private static void CompareShares(Findings findings, JsonElement players, SiteOptions options, long time)
    {
        for (var builder = 0; builder < options.Builders.Count; builder++)
        {
            CompareNumber(findings, players[builder], "own_reward_prop", options.Builders[builder].Rewards.OwnShare.ValueAt(time));
        }
    }

    private static void Compare(Findings findings, JsonElement recorded, EpisodeMetrics metrics)
    {
        CompareScore(findings, recorded, "", metrics.Total);
        var players = recorded.Need("player_metrics");
        for (var builder = 0; builder < players.GetArrayLength(); builder++)
        {
            CompareTally(findings, players[builder], "", metrics.Total.Builders[builder]);
        }

        // One more than were recorded is enough to see that there are too many.
        var recordedMinutes = recorded.EnumerateObject().Count(value => value.Name.StartsWith("reward_", StringComparison.Ordinal));
        var minute = 0;
        foreach (var score in metrics.Minutes.Take(recordedMinutes + 1))
        {
            var suffix = $"_{minute++}_min";
            CompareScore(findings, recorded, suffix, score);
            for (var builder = 0; builder < players.GetArrayLength(); builder++)
            {
                CompareTally(findings, players[builder].Need("per_minute_metrics"), suffix, score.Builders[builder]);
            }
        }

        findings.Equal("recorded minutes", recordedMinutes, minute);
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
