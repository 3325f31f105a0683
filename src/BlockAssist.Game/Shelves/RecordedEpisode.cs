using System.Globalization;
using BlockAssist.Game.Sessions;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Game.Shelves;

/// <summary>A session that was recorded, as lists tell of it.</summary>
/// <param name="Path">The file.</param>
/// <param name="Goal">What was built.</param>
/// <param name="Recorded">When.</param>
/// <param name="Length">How long it took.</param>
/// <param name="Share">How much of the blueprint stands at its end, 0 to 1.</param>
/// <param name="Builders">Who built.</param>
public sealed record RecordedEpisode(string Path, string Goal, DateTimeOffset Recorded, TimeSpan Length, double Share, IReadOnlyList<string> Builders)
{
    /// <summary>How many placements and breaks there are.</summary>
    public int Edits { get; init; }

    /// <summary>How many actions there are, padding left out.</summary>
    public int Actions { get; init; }

    /// <summary>The file that it goes on from; null if it is a beginning.</summary>
    public string? Continues { get; init; }

    /// <summary>Whether a person played and could go on.</summary>
    public bool CanGoOn { get; init; }

    /// <summary>What is wrong with the file; null if nothing is.</summary>
    public string? Damage { get; init; }

    /// <summary>The recordings of a folder, newest first.</summary>
    public static IReadOnlyList<string> FilesOf(string folder) => Directory.Exists(folder)
        ? [.. new DirectoryInfo(folder).GetFiles($"*{EpisodeFormat.FileEnding}").OrderByDescending(file => file.LastWriteTimeUtc).Select(file => file.FullName)]
        : [];

    /// <summary>Plays a recording again to tell of it; null if that is no recording.</summary>
    public static RecordedEpisode? Read(string path)
    {
        try
        {
            return Of(path, EpisodeReader.Open(path));
        }
        catch (Exception error) when (error is EpisodeFormatException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static RecordedEpisode Of(string path, EpisodeReader reader)
    {
        var replay = new Replay(reader);
        var counter = new ActionCounter();
        replay.Run(counter);
        var (site, header) = (replay.Site, reader.Header);
        return new RecordedEpisode(
            path,
            header.GoalName,
            RecordedAt(path, header),
            TimeSpan.FromMilliseconds(reader.End?.Time ?? replay.Time),
            new BlueprintProgress(site.Size, site.Goal, site.Blocks).Total.Share,
            [.. header.Builders.Select(builder => builder.Name)])
        {
            Edits = counter.Edits,
            Actions = counter.Actions,
            Continues = header.Properties.GetValueOrDefault(CutOffSession.Continues),
            CanGoOn = CutOffSession.IsPlayed(header.Options) && IsOurs(header) && !site.IsComplete && replay.FirstMismatch is null && reader.End is null or { Reason: EndReason.Stopped },
            Damage = reader.Damages is [var damage, ..] ? damage.Message : replay.FirstMismatch is { } mismatch ? $"{mismatch}" : null,
        };
    }

    // Recordings from elsewhere have another source, and are not for us to go on with.
    private static bool IsOurs(EpisodeHeader header) => header.Properties.GetValueOrDefault("source") is null or "play";

    private static DateTimeOffset RecordedAt(string path, EpisodeHeader header) =>
        DateTimeOffset.TryParse(header.Properties.GetValueOrDefault("recorded"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero);

    private sealed class ActionCounter : IReplayVisitor
    {
        public int Edits { get; private set; }

        public int Actions { get; private set; }

        public void Before(BuildSite site, in ReplayStep moment)
        {
        }

        public void After(BuildSite site, in ReplayStep moment, ReadOnlySpan<Deed> deeds)
        {
            for (var builder = 0; builder < deeds.Length; builder++)
            {
                var isDecision = moment.Origins[builder] == ActionOrigin.Decision;
                Actions += isDecision ? 1 : 0;
                Edits += isDecision && deeds[builder].Action.IsEdit ? 1 : 0;
            }
        }
    }
}
