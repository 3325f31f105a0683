using System.Globalization;
using BlockAssist.Cli.Dashboard.Pages;
using BlockAssist.Game.Sessions;
using BlockAssist.Learner.Evaluation.Assistance;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Cli.Dashboard.Sources;

/// <summary>Plays a recorded session again, to tell of it.</summary>
internal static class SessionReading
{
    /// <summary>Tells of a session.</summary>
    /// <exception cref="EpisodeFormatException">It is none.</exception>
    public static SessionSummary Of(string path)
    {
        var reader = EpisodeReader.Open(path);
        var (header, replay) = (reader.Header, new Replay(reader));
        var helper = HelperOf(header);
        var watch = new Watch(replay.Site, helper);
        replay.Run(watch);
        var site = replay.Site;
        return new SessionSummary(
            Path.GetFileNameWithoutExtension(path),
            header.GoalName,
            RecordedAt(path, header),
            (reader.End?.Time ?? replay.Time) / 1000.0,
            new BlueprintProgress(site.Size, site.Goal, site.Blocks).Total.Share,
            replay.Steps,
            watch.Edits)
        {
            File = path,
            Builders = [.. header.Builders.Select(builder => new SessionBuilder(builder.Name, Word(builder.Role)))],
            End = reader.End is { } end ? Word(end.Reason) : null,
            Help = helper is { } seat ? HelpOf(path, watch, seat, header.Builders[seat].Role == BuilderRole.Assistant) : null,
            Damage = reader.Damages is [var damage, ..] ? damage.Message : replay.FirstMismatch is { } mismatch ? $"{mismatch}" : null,
        };
    }

    // One by a script helps where it does not sit first.
    private static int? HelperOf(EpisodeHeader header)
    {
        for (var seat = 0; seat < header.Builders.Count; seat++)
        {
            if (header.Builders[seat].Role == BuilderRole.Assistant || (seat > 0 && header.Builders[seat].Role == BuilderRole.Scripted))
            {
                return seat;
            }
        }

        return null;
    }

    private static SessionHelp HelpOf(string path, Watch watch, int seat, bool infers)
    {
        var (deeds, counts) = (watch.Helper!.Deeds(), new int[Enum.GetValues<FeedbackKind>().Length]);
        var reader = EpisodeReader.Open(path);
        for (var entry = reader.Read(); entry != EpisodeEntry.None; entry = reader.Read())
        {
            if (entry == EpisodeEntry.Feedback && reader.Feedback.About == seat && (int)reader.Feedback.Kind < counts.Length)
            {
                counts[(int)reader.Feedback.Kind]++;
            }
        }

        return new SessionHelp(infers, deeds.Edits, deeds.Right, deeds.Undone, deeds.CellsGained, watch.Helper.CellsGained())
        {
            Accepted = counts[(int)FeedbackKind.Accept],
            Declined = counts[(int)FeedbackKind.Decline],
            Rejected = counts[(int)FeedbackKind.Reject] + counts[(int)FeedbackKind.Undo],
        };
    }

    private static DateTimeOffset RecordedAt(string path, EpisodeHeader header) =>
        DateTimeOffset.TryParse(header.Properties.GetValueOrDefault("recorded"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : new DateTimeOffset(File.GetLastWriteTimeUtc(path), TimeSpan.Zero);

    private static string Word<T>(T value)
        where T : struct, Enum => $"{value}" is [var first, .. var rest] ? char.ToLowerInvariant(first) + rest : "";

    private sealed class Watch(BuildSite site, int? helper) : IReplayVisitor
    {
        public EditLedger? Helper { get; } = helper is { } seat ? new EditLedger(site, seat) : null;

        public int Edits { get; private set; }

        public void Before(BuildSite site, in ReplayStep moment)
        {
        }

        public void After(BuildSite site, in ReplayStep moment, ReadOnlySpan<Deed> deeds)
        {
            Helper?.Note(deeds);
            foreach (var deed in deeds)
            {
                Edits += deed.Action.IsEdit ? 1 : 0;
            }
        }
    }
}
