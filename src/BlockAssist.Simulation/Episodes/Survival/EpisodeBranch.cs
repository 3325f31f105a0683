using System.Globalization;
using BlockAssist.Simulation.Building;

namespace BlockAssist.Simulation.Episodes.Survival;

/// <summary>A recording that goes as another one did up to some step, and from there on as somebody plays now.</summary>
/// <remarks>
/// A restart that can be recorded: it replays like any other episode, and whoever watches it from its start knows all that had happened before. Says in
/// its properties at which step it branched off. Belongs to one thread.
/// </remarks>
public sealed class EpisodeBranch : IDisposable
{
    private const string StepProperty = "branch";

    private readonly EpisodeWriter _writer;
    private readonly SiteHash _hash = new();
    private readonly Deed[] _deeds;
    private readonly ActionOrigin[] _origins;
    private readonly int _stepMilliseconds;

    private EpisodeBranch(EpisodeWriter writer, EpisodeHeader header, BuildSite site)
    {
        (_writer, Site) = (writer, site);
        (_deeds, _origins) = (new Deed[site.BuilderCount], new ActionOrigin[site.BuilderCount]);
        Array.Fill(_origins, ActionOrigin.Decision);
        _stepMilliseconds = header.StepMilliseconds ?? Policies.EpisodeRecorder.PaperStepMilliseconds;
    }

    /// <summary>The site, as it stands.</summary>
    public BuildSite Site { get; }

    /// <summary>At which step an episode branched off another; 0 if it is one of its own.</summary>
    public static int StepOf(EpisodeHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        return header.Properties.TryGetValue(StepProperty, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step) ? step : 0;
    }

    /// <summary>Branches off an episode, where builders chose what to do next: with all that was put right from outside since the step before.</summary>
    /// <param name="episode">The episode's file.</param>
    /// <param name="steps">After how many steps.</param>
    /// <param name="file">The branch's file, which must not exist.</param>
    /// <param name="onlooker">Sees the steps that are taken over.</param>
    /// <returns>Null, and no file, if the episode has no more than so many steps.</returns>
    /// <exception cref="EpisodeFormatException">The episode's file is none, or does not come out as recorded.</exception>
    public static EpisodeBranch? Begin(string episode, int steps, string file, IReplayVisitor? onlooker = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        var reader = EpisodeReader.Open(episode);
        var header = reader.Header with
        {
            Properties = new Dictionary<string, string>(reader.Header.Properties) { [StepProperty] = steps.ToString(CultureInfo.InvariantCulture) },
        };
        var site = header.CreateSite();
        var branch = new EpisodeBranch(EpisodeWriter.Create(file, header, site), header, site);
        var isThere = false;
        try
        {
            isThere = branch.Follow(reader, steps, onlooker);
            return isThere ? branch : null;
        }
        finally
        {
            if (!isThere)
            {
                branch.Dispose();
                File.Delete(file);
            }
        }
    }

    /// <summary>Makes a step of its own.</summary>
    /// <param name="actions">What each builder wants.</param>
    public void Step(ReadOnlySpan<BuilderAction> actions)
    {
        Site.Step(actions, _deeds);
        _writer.Step(_writer.Time + _stepMilliseconds, actions, _origins);
    }

    /// <summary>Ends the recording.</summary>
    public void End() => _writer.Complete(Site.IsComplete ? EndReason.Complete : EndReason.Stopped);

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    // Stops before a step that there must be one more of: an episode that is over has nothing to branch off.
    private bool Follow(EpisodeReader reader, int steps, IReplayVisitor? onlooker)
    {
        while (reader.Read() is var entry && entry != EpisodeEntry.None)
        {
            switch (entry)
            {
                case EpisodeEntry.Step when reader.Steps > steps:
                    return true;
                case EpisodeEntry.Step:
                    var moment = new ReplayStep(reader.Steps - 1, reader.Time, reader.Actions, reader.Origins);
                    onlooker?.Before(Site, moment);
                    Site.Step(reader.Actions, _deeds);
                    _writer.Step(reader.Time, reader.Actions, reader.Origins);
                    onlooker?.After(Site, moment, _deeds);
                    break;
                case EpisodeEntry.Correction:
                    _writer.Correct(reader.Correction!);
                    break;
                case EpisodeEntry.StateHash when reader.StateHash != _hash.Of(Site):
                    throw new EpisodeFormatException($"{reader.Name}: does not come out as recorded at step {reader.Steps}");
                default:
                    break;
            }
        }

        return false;
    }
}
