using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Game.Sessions;

/// <summary>A session whose recording has no end, played again up to where it was cut off.</summary>
/// <param name="Header">The header of a recording that goes on from there.</param>
/// <param name="Pose">Where the player was last and looked; null if that is not known.</param>
/// <param name="Steps">How many steps it has.</param>
/// <param name="Milliseconds">How long it took, as far as it is known.</param>
public sealed record CutOffSession(EpisodeHeader Header, PlayerPose? Pose, int Steps, long Milliseconds)
{
    /// <summary>The property that names the file that a session goes on from.</summary>
    public const string Continues = "continues";

    /// <summary>Reads a recording as far as it is sound.</summary>
    /// <exception cref="EpisodeFormatException">It is no recording of a session, has an end, or does not come out as recorded.</exception>
    public static CutOffSession Open(string path)
    {
        var reader = EpisodeReader.Open(path);
        var name = Path.GetFileName(path);
        if (reader.Header.Options is { Teleportation: true } or { Builders: not [{ IsHuman: true }] and not [{ IsHuman: true }, { IsHuman: false }] })
        {
            throw new EpisodeFormatException($"{name}: not a session of a player and at most one assistant");
        }

        var replay = new Replay(reader);
        replay.Run();
        if (reader.End is not null || replay.FirstMismatch is not null)
        {
            throw new EpisodeFormatException($"{name}: {(reader.End is null ? $"{replay.FirstMismatch}" : "it has an end, there is nothing to go on with")}");
        }

        var (pose, time) = LastPose(path);
        return new CutOffSession(
            reader.Header with
            {
                Start = replay.Site.Capture(),
                Properties = new Dictionary<string, string>(reader.Header.Properties) { [Continues] = name },
            },
            pose, replay.Steps, Math.Max(replay.Time, time));
    }

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
