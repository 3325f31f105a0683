using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Simulation.Policies;

/// <summary>Writes a run of policies down as it happens.</summary>
public sealed class EpisodeRecorder : IRunVisitor, IDisposable
{
    /// <summary>How long a step of the paper takes, in milliseconds of game time.</summary>
    public const int PaperStepMilliseconds = (int)(1000 * EpisodeMetrics.PaperSecondsPerStep);

    private readonly EpisodeWriter _writer;
    private readonly ActionOrigin[] _origins;
    private readonly int _stepMilliseconds;

    /// <summary>Starts a file, which must not exist.</summary>
    public EpisodeRecorder(string path, EpisodeHeader header, BuildSite site)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _writer = EpisodeWriter.Create(path, header, site);
        _origins = new ActionOrigin[site.BuilderCount];
        Array.Fill(_origins, ActionOrigin.Decision);
        _stepMilliseconds = header.StepMilliseconds ?? PaperStepMilliseconds;
    }

    /// <inheritdoc/>
    public void Visit(BuildSite site, ReadOnlySpan<BuilderAction> actions, ReadOnlySpan<Deed> deeds)
    {
        _writer.Step((long)(_writer.Steps + 1) * _stepMilliseconds, actions, _origins);
        if (site.IsOver)
        {
            _writer.Complete(ReasonOf(site));
        }
    }

    /// <summary>Ends the episode before its time.</summary>
    public void Stop() => _writer.Complete(EndReason.Stopped);

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private static EndReason ReasonOf(BuildSite site) =>
        site.IsComplete && site.Options.EndWhenComplete ? EndReason.Complete
        : site.Timestep >= site.Options.Horizon ? EndReason.Horizon
        : EndReason.NoProgress;
}
