using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Episodes.Survival;

/// <summary>What became of each edit that assistants made in an episode, found by playing it again.</summary>
/// <remarks>The player is everybody who is no assistant; a player's action is any that is not idle.</remarks>
/// <param name="Fates">Edit by edit, in order.</param>
/// <param name="Reward">By what they are judged.</param>
public sealed record SurvivalRecord(IReadOnlyList<EditFate> Fates, SurvivalReward Reward)
{
    /// <summary>What all edits together are worth.</summary>
    public double Total => Fates.Sum(Reward.Of);

    /// <summary>The share of the edits that stand at the end; null without any.</summary>
    public double? Kept => Fates.Count == 0 ? null : Fates.Average(fate => fate.StandsAtEnd ? 1.0 : 0);

    /// <summary>The share of the edits that the player took back: harm; null without any.</summary>
    public double? Broken => Fates.Count == 0 ? null : Fates.Average(fate => fate.IsBroken ? 1.0 : 0);

    /// <summary>What became of the edits in an episode's file; of a branch, of those after it branched off.</summary>
    /// <remarks>What stands at the end counts as that if it is as the goal has it: the player would have to take away what is not, if it went on to build.</remarks>
    /// <exception cref="EpisodeFormatException">The file is not an episode.</exception>
    public static SurvivalRecord Of(string path, SurvivalReward? reward = null)
    {
        var reader = EpisodeReader.Open(path);
        var header = reader.Header;
        bool[] assists = [.. header.Builders.Select(builder => builder.Role == BuilderRole.Assistant)];
        var watch = new SurvivalWatch(assists, reward ?? new SurvivalReward());
        var replay = new Replay(EpisodeReader.Open(path));
        replay.Run(new Onlooker(watch, TakenBack(reader, assists)));
        var record = watch.Record(replay.Site.Blocks, header.Goal.Blocks);
        var branched = EpisodeBranch.StepOf(header);
        return branched == 0 ? record : record with { Fates = [.. record.Fates.Where(fate => fate.Step >= branched)] };
    }

    // Whose edit in which cell was turned down after how many steps.
    private static Dictionary<int, int[]> TakenBack(EpisodeReader reader, bool[] assists)
    {
        var said = new List<Feedback>();
        while (reader.Read() is var entry && entry != EpisodeEntry.None)
        {
            if (entry == EpisodeEntry.Feedback && reader.Feedback is { Kind: FeedbackKind.Undo or FeedbackKind.Reject } feedback && assists[feedback.About])
            {
                said.Add(feedback);
            }
        }

        return said.GroupBy(feedback => feedback.Steps, feedback => feedback.Value).ToDictionary(cells => cells.Key, cells => cells.ToArray());
    }

    private sealed class Onlooker(SurvivalWatch watch, Dictionary<int, int[]> takenBack) : IReplayVisitor
    {
        public void Before(BuildSite site, in ReplayStep moment) => watch.Before(site.Blocks);

        public void After(BuildSite site, in ReplayStep moment, ReadOnlySpan<Deed> deeds) => watch.After(moment.Number, moment.Actions, deeds, takenBack.GetValueOrDefault(moment.Number + 1));
    }
}
