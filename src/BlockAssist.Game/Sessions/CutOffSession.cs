using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Game.Sessions;

/// <summary>A session that was cut off, or stopped before the house stood, played again up to there.</summary>
/// <param name="Header">The header of a recording that goes on from there.</param>
/// <param name="Pose">Where the player was last and looked; null if that is not known.</param>
/// <param name="Steps">How many steps it has.</param>
/// <param name="Milliseconds">How long it took, as far as it is known.</param>
public sealed record CutOffSession(EpisodeHeader Header, PlayerPose? Pose, int Steps, long Milliseconds)
{
    /// <summary>The property that names the file that a session goes on from.</summary>
    public const string Continues = "continues";

    /// <summary>Reads a recording as far as it is sound.</summary>
    /// <exception cref="EpisodeFormatException">It is no recording of a session, its house stands, or it does not come out as recorded.</exception>
    public static CutOffSession Open(string path)
    {
        var reader = EpisodeReader.Open(path);
        var name = Path.GetFileName(path);
        if (!IsPlayed(reader.Header.Options))
        {
            throw new EpisodeFormatException($"{name}: not a session of a player and at most one assistant");
        }

        var replay = new Replay(reader);
        replay.Run();
        if (reader.End is not (null or { Reason: EndReason.Stopped }) || replay.FirstMismatch is not null)
        {
            throw new EpisodeFormatException($"{name}: {(replay.FirstMismatch is { } mismatch ? $"{mismatch}" : "the house stands, there is nothing to go on with")}");
        }

        var (pose, time) = LastPose(path);
        return new CutOffSession(
            reader.Header with
            {
                Start = replay.Site.Capture(),
                Properties = new Dictionary<string, string>(reader.Header.Properties) { [Continues] = name },
            },
            pose, replay.Steps, Math.Max(reader.End?.Time ?? replay.Time, time));
    }

    /// <summary>Whether a site is one of a player and at most one assistant.</summary>
    public static bool IsPlayed(SiteOptions site) => site is { Teleportation: false, Builders: [{ IsHuman: true }] or [{ IsHuman: true }, { IsHuman: false }] };

    private static (PlayerPose? Pose, long Time) LastPose(string path)
    {
        var reader = EpisodeReader.Open(path, new EpisodeReaderOptions { Poses = true });
        PlayerPose? last = null;
        for (var entry = reader.Read(); entry != EpisodeEntry.None; entry = reader.Read())
        {
            last = entry == EpisodeEntry.Pose ? reader.Pose : last;
        }

        return (last, last?.Time ?? 0);
    }
}
