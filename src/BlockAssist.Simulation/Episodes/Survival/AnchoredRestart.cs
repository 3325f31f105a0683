using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Episodes.Survival;

/// <summary>Begins anew at any step of a recorded episode, exactly as it was then: what might have become of it costs no person's time.</summary>
/// <remarks>Opens the file once; going forward is cheap, going back begins at the keyframe before. Belongs to one thread.</remarks>
public sealed class AnchoredRestart
{
    private readonly Replay _replay;

    /// <summary>Opens an episode.</summary>
    /// <exception cref="EpisodeFormatException">The file is not an episode, or was recorded by other rules.</exception>
    public AnchoredRestart(string path)
    {
        var reader = EpisodeReader.Open(path);
        (Header, _replay) = (reader.Header, new Replay(reader));
    }

    /// <summary>What is known of the episode.</summary>
    public EpisodeHeader Header { get; }

    /// <summary>A site of its own that is as the episode's was after so many steps; null if it has fewer.</summary>
    /// <exception cref="EpisodeFormatException">The episode does not come out as recorded up to there.</exception>
    public BuildSite? At(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        if (!(_replay.Steps == steps || _replay.Seek(steps)))
        {
            return null;
        }

        return _replay.FirstMismatch is { } mismatch
            ? throw new EpisodeFormatException($"{Header.GoalName}: {mismatch}, expected an episode that comes out as recorded")
            : new BuildSite(Header.Options, _replay.Site.Capture());
    }
}
