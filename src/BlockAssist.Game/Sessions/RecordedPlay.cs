using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Sessions;

/// <summary>A site and its recording: the only place in which a session makes steps, so that nothing happens unrecorded.</summary>
internal sealed class RecordedPlay : IDisposable
{
    /// <summary>The builder that is the person.</summary>
    public const int Player = 0;

    /// <summary>The builder that helps.</summary>
    public const int Assistant = 1;

    private readonly EpisodeWriter _writer;
    private readonly DiskSync _disk;
    private readonly BuilderAction[] _actions;
    private readonly ActionOrigin[] _origins;
    private readonly Deed[] _deeds;
    private readonly ActionCounts[] _counts;
    private readonly long[] _stamps;
    private readonly Block[] _replaced;
    private long _lastStamp;

    /// <summary>Starts a file, which must not exist.</summary>
    public RecordedPlay(EpisodeHeader header, string path)
    {
        Site = header.CreateSite();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // No buffer: what the writer hands over is the system's, and survives the program.
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        try
        {
            _writer = new EpisodeWriter(file, header, Site, new EpisodeWriterOptions { SyncMilliseconds = null });
        }
        catch
        {
            file.Dispose();
            File.Delete(path);
            throw;
        }

        _disk = new DiskSync(file.SafeFileHandle);
        _actions = new BuilderAction[Site.BuilderCount];
        _origins = new ActionOrigin[Site.BuilderCount];
        _deeds = new Deed[Site.BuilderCount];
        _counts = new ActionCounts[Site.BuilderCount];
        (_stamps, _replaced) = (new long[Site.Size.Volume], new Block[Site.Size.Volume]);
    }

    /// <summary>Is told of every block that changes.</summary>
    public event Action<BlockChange>? Changed;

    /// <summary>The site.</summary>
    public BuildSite Site { get; }

    /// <summary>What each builder did so far; padding not counted.</summary>
    public ReadOnlySpan<ActionCounts> Counts => _counts;

    /// <summary>The last change of a block.</summary>
    public Edit LastEdit { get; private set; }

    /// <summary>Whether the last change put a cell back to what it was before an edit of the assistant's.</summary>
    public bool LastEditRejects { get; private set; }

    /// <summary>Which change made a cell what it is; 0 for none.</summary>
    public long StampOf(int cell) => _stamps[cell];

    /// <summary>Says that a cell is again what an earlier change had made it.</summary>
    public void Restamp(int cell, long stamp) => _stamps[cell] = stamp;

    /// <summary>A builder does something; the others are absent.</summary>
    /// <returns>Whether it had an effect.</returns>
    public bool Step(long time, int builder, BuilderAction action)
    {
        var (before, author) = (Site.Blocks[action.Cell], Site.LastInteracted[action.Cell]);
        var deed = Record(time, builder, action, ActionOrigin.Decision);
        _counts[builder] = _counts[builder].With(deed.Action);
        if (deed.Action.IsEdit)
        {
            var edit = new Edit(action.Cell, before, Site.Blocks[action.Cell], _stamps[action.Cell], ++_lastStamp);
            LastEditRejects = builder == Player && author == Assistant && _replaced[edit.Cell] == edit.After;
            (_stamps[edit.Cell], _replaced[edit.Cell], LastEdit) = (edit.StampAfter, edit.Before, edit);
            Changed?.Invoke(new BlockChange(edit.Cell, edit.Before, edit.After, builder));
        }

        return deed.Action == action;
    }

    /// <summary>The player makes something of the assistant's help.</summary>
    public void Feedback(long time, FeedbackKind kind, int value = 0) => _writer.Feedback(kind, Player, Assistant, time, value);

    /// <summary>The player did nothing for the time that an action takes.</summary>
    public void Pad(long time) => Record(time, Player, BuilderAction.Noop, ActionOrigin.Padding);

    /// <summary>The player stands elsewhere, and no action led there.</summary>
    public void MovePlayer(in Location feet) => _writer.Correct(new SiteCorrection { Places = [new SiteCorrection.Place(Player, feet)] });

    /// <summary>Where the player is and looks, twenty times a second.</summary>
    public void Pose(in PlayerPose pose)
    {
        _writer.Pose(pose);
        _disk.Pass(pose.Time);
    }

    /// <summary>It is over.</summary>
    public void Complete() => _writer.Complete(Site.IsComplete ? EndReason.Complete : EndReason.Stopped);

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private Deed Record(long time, int builder, BuilderAction action, ActionOrigin origin)
    {
        (_actions[builder], _origins[builder]) = (action, origin);
        Site.Step(_actions, _deeds);
        _writer.Step(time, _actions, _origins);
        (_actions[builder], _origins[builder]) = (BuilderAction.Noop, ActionOrigin.Absent);
        return _deeds[builder];
    }
}
