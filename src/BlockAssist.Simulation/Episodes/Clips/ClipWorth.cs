using BlockAssist.Simulation.Episodes.Screening;

namespace BlockAssist.Simulation.Episodes.Clips;

/// <summary>How far a clip advances its goal, found by playing it again: never what somebody says.</summary>
/// <param name="Clip">The clip's file.</param>
/// <param name="Goal">The hash of its goal.</param>
/// <param name="Built">How many more cells stand as the goal has them because of those who see the goal.</param>
/// <param name="Acts">How many of their steps were not idle.</param>
public sealed record ClipWorth(string Clip, string Goal, int Built, int Acts)
{
    /// <summary>The fingerprint of the state in which it begins.</summary>
    public UInt128 Start { get; init; }

    /// <summary>The print of the part in which most was built, by which copies are found; null if too little was.</summary>
    public PlayPrint? Print { get; init; }

    /// <summary>Cells an act: by which clips are compared.</summary>
    public double Progress => Acts == 0 ? 0 : (double)Built / Acts;

    /// <summary>What a clip is worth; null if it does not come out as recorded, is too long or of another goal than it says.</summary>
    /// <exception cref="EpisodeFormatException">The file is not an episode.</exception>
    public static ClipWorth? Of(string clip)
    {
        var reader = EpisodeReader.Open(clip);
        var header = reader.Header;
        var replay = new Replay(reader);
        var start = new SiteHash().Of(replay.Site);
        var acts = 0;
        while (replay.Steps <= EpisodeClip.MostSteps && replay.Step())
        {
            for (var builder = 0; builder < replay.Site.BuilderCount; builder++)
            {
                acts += header.Options.Builders[builder].GoalVisible && replay.Actions[builder] != Building.BuilderAction.Noop ? 1 : 0;
            }
        }

        var goal = EpisodeClip.HashOf(header.Goal);
        if (replay.Mismatches > 0 || reader.Damages.Count > 0 || replay.Steps > EpisodeClip.MostSteps || header.Properties.GetValueOrDefault(EpisodeClip.GoalProperty) != goal)
        {
            return null;
        }

        List<PlayedPart> parts = [.. PlayedPart.In(clip).Where(part => header.Options.Builders[part.Builder].GoalVisible)];
        return new ClipWorth(clip, goal, parts.Sum(part => part.Built), acts) { Start = start, Print = parts.MaxBy(part => part.Built)?.Print };
    }
}
