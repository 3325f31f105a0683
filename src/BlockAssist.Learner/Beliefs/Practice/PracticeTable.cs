using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Beliefs.Practice;

/// <summary>A site that is practised on, with the recording of it and the helper who sits there.</summary>
/// <remarks>The recording is given its name when the episode is over; one that is not is gone with the table.</remarks>
internal sealed class PracticeTable : IDisposable
{
    private readonly string _file;
    private readonly string _partial;
    private readonly EpisodeRecorder _recorder;
    private readonly IPolicy? _helper;
    private readonly BuilderAction[] _actions;
    private readonly Deed[] _deeds;

    /// <summary>Begins an episode.</summary>
    /// <param name="file">The name of the recording in the end.</param>
    /// <param name="header">What is known of it.</param>
    /// <param name="helper">Who helps; null: nobody. Disposed of with the table.</param>
    public PracticeTable(string file, EpisodeHeader header, IPolicy? helper)
    {
        // Another training may be making the same one: whoever is done last leaves what the other left.
        (_file, _partial, _helper) = (file, $"{file}.{Path.GetRandomFileName()}", helper);
        Site = new BuildSite(header.Options, header.Goal);
        (_actions, _deeds) = (new BuilderAction[Site.BuilderCount], new Deed[Site.BuilderCount]);
        _recorder = new EpisodeRecorder(_partial, header, Site);
        _helper?.Reset();
    }

    /// <summary>The site.</summary>
    public BuildSite Site { get; }

    /// <summary>Makes a step.</summary>
    /// <param name="person">What the person wants to do.</param>
    public void Step(BuilderAction person)
    {
        _actions[0] = person;
        if (_helper is not null)
        {
            _actions[1] = _helper.Act(Site.Observe(1));
        }

        Site.Step(_actions, _deeds);
        _recorder.Visit(Site, _actions, _deeds);
        if (Site.IsOver)
        {
            _recorder.Dispose();
            File.Move(_partial, _file, overwrite: true);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _recorder.Dispose();
        (_helper as IDisposable)?.Dispose();
        File.Delete(_partial);
    }
}
