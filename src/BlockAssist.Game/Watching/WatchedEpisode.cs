using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Game.Watching;

/// <summary>An episode taken apart to be watched: what the site was at first, all that changed, and where everybody was.</summary>
/// <remarks>Read as far as the file is whole.</remarks>
public sealed class WatchedEpisode
{
    // Days of play; a small file may claim any number of steps.
    private static readonly EpisodeReaderOptions Limits = new() { MaxSteps = 1 << 20 };

    internal WatchedEpisode(EpisodeReader reader, EpisodeSurvey survey)
    {
        (Header, Length, Damage) = (reader.Header, survey.Length, reader.Damages is [var damage, ..] ? damage.Message : null);
        (Changes, Events, StepTimes, Tracks) = (survey.Changes, survey.Events, survey.StepTimes, survey.Tracks);
        IsCutOff = reader.End is null;
    }

    /// <summary>What was known when it began.</summary>
    public EpisodeHeader Header { get; }

    /// <summary>How long it is, in milliseconds; at least 1.</summary>
    public long Length { get; }

    /// <summary>Every change of a cell, in order.</summary>
    public IReadOnlyList<SiteChange> Changes { get; }

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<WatchedEvent> Events { get; }

    /// <summary>Where each builder was.</summary>
    public IReadOnlyList<BuilderTrack> Tracks { get; }

    /// <summary>When somebody did something, in milliseconds since the start.</summary>
    internal List<long> StepTimes { get; }

    /// <summary>Whether it has no end: the recording was cut off, or the file is damaged.</summary>
    public bool IsCutOff { get; }

    /// <summary>What is wrong with the file; null if nothing.</summary>
    public string? Damage { get; }

    /// <summary>Whether a builder helps another.</summary>
    public bool IsAssistant(int builder) => Header.Builders[builder].Role switch
    {
        BuilderRole.Assistant => true,
        BuilderRole.Scripted => builder > 0,
        _ => false,
    };

    /// <summary>Opens an episode.</summary>
    /// <exception cref="EpisodeFormatException">It is none, or was recorded by other rules than ours.</exception>
    public static WatchedEpisode Open(string path)
    {
        var length = new FileInfo(path).Length;
        var most = Limits.MaxFileBytes;
        return length <= most
            ? Read(File.ReadAllBytes(path), path)
            : throw new EpisodeFormatException($"{path}: {length} bytes, expected at most {most}");
    }

    /// <summary>Takes apart an episode that is in memory.</summary>
    /// <param name="file">The bytes of the file; they must not change.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="EpisodeFormatException">It is none, or was recorded by other rules than ours.</exception>
    public static WatchedEpisode Read(byte[] file, string name)
    {
        var reader = new EpisodeReader(file, name, Limits);
        var survey = new EpisodeSurvey(reader, new EpisodeReader(file, name, Limits with { Poses = true }));
        return new WatchedEpisode(reader, survey);
    }
}
