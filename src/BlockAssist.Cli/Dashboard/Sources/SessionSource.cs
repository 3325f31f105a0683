using BlockAssist.Cli.Dashboard.Pages;
using BlockAssist.Cli.Running;
using BlockAssist.Cli.Swarm;
using BlockAssist.Game.Shelves;

namespace BlockAssist.Cli.Dashboard.Sources;

/// <summary>The sessions that a home has, and how much the assistant helped in them.</summary>
/// <param name="home">The home.</param>
/// <param name="clock">The clock.</param>
internal sealed class SessionSource(NodeHome home, TimeProvider clock)
{
    // What was looked at for longest ago is read again when somebody asks.
    private const int MostKept = 2000;
    private const int HelpOver = 100;
    private const int Stretch = 5;

    // The game writes what is done every few seconds.
    private static readonly TimeSpan StillWritten = TimeSpan.FromSeconds(30);

    private readonly StampedCache<SessionSummary> _read = new(MostKept);

    /// <summary>Sessions, the newest first.</summary>
    public SessionsPage Read(Paging paging)
    {
        var (faults, files) = (new Faults(), Files());
        var shared = faults.Try(() => new SharedSessions(home).Files(), []).ToHashSet(StringComparer.Ordinal);
        var sessions = paging.Of(files)
            .Select(file => TryRead(file, faults) is { } session ? session with { IsShared = shared.Contains(file) } : null)
            .OfType<SessionSummary>();
        return new SessionsPage([.. sessions], files.Count) { Faults = faults.Lines };
    }

    /// <summary>How much the assistant helped in the last sessions.</summary>
    public HelpPage Help()
    {
        var (faults, files) = (new Faults(), Files().Take(HelpOver).ToList());
        List<HelpPoint> points =
        [
            .. from file in files
               let session = TryRead(file, faults)
               let help = session?.Help
               where help is { InfersGoal: true }
               orderby session.Recorded, session.Id
               select new HelpPoint(session.Id, session.Goal, session.Recorded, session.Builders.First(builder => builder.Role == "assistant").Name, help),
        ];
        return new HelpPage(points)
        {
            LookedAt = files.Count,
            Last = HelpStretch.Of([.. points.TakeLast(Stretch)]),
            Before = HelpStretch.Of([.. points.SkipLast(Stretch).TakeLast(Stretch)]),
            Faults = faults.Lines,
        };
    }

    /// <summary>How many sessions there are.</summary>
    public int Count() => Files().Count;

    /// <summary>What is built in a session that is written just now; null if there is none.</summary>
    public string? Recording(Faults faults) =>
        Files() is [var newest, ..] && clock.GetUtcNow() - File.GetLastWriteTimeUtc(newest) < StillWritten && TryRead(newest, faults) is { End: null } session ? session.Goal : null;

    /// <summary>The file of a session; null if there is none of the name.</summary>
    public string? FileOf(string id) => Files().FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == id);

    private IReadOnlyList<string> Files() => RecordedEpisode.FilesOf(home.Episodes);

    private SessionSummary? TryRead(string file, Faults faults) => faults.Try(() => _read.Get(file, FileStamp.Of(file), () => SessionReading.Of(file)), null);
}
