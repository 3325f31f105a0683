using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Game.Watching;

/// <summary>Plays an episode once and notes what changed when.</summary>
/// <remarks>Padding is dated back; what was made after something else is shown no earlier than it.</remarks>
internal sealed class EpisodeSurvey : IReplayVisitor
{
    /// <summary>How many poses can be watched: two days of one player, or some hours of many. A small file may claim any number.</summary>
    public const int MostPoses = 1 << 22;

    private readonly Block[] _blocks;
    private readonly int[] _editors;
    private readonly bool[] _hasPoses;
    private readonly Location[] _feet;
    private readonly List<SiteChange> _changes = [];
    private readonly List<WatchedEvent> _events = [];
    private readonly List<long> _stepTimes = [];
    private readonly BuilderTrack[] _tracks;
    private long _now;
    private bool _isComplete;
    private int _poses;

    /// <summary>Notes an episode.</summary>
    /// <param name="steps">A fresh reader of it.</param>
    /// <param name="others">Another, that reads poses too.</param>
    public EpisodeSurvey(EpisodeReader steps, EpisodeReader others)
    {
        var replay = new Replay(steps);
        var site = replay.Site;
        (_blocks, _feet, _isComplete) = (site.Blocks.ToArray(), site.Locations.ToArray(), site.IsComplete);
        _editors = new int[_blocks.Length];
        (_hasPoses, _tracks) = (new bool[site.BuilderCount], new BuilderTrack[site.BuilderCount]);
        ReadOthers(others);
        replay.Run(this);
        _events = [.. _events.OrderBy(happened => happened.Time)];
        NoteSite(site);
        Length = Math.Max(1, Math.Max(Length, Math.Max(_now, steps.End?.Time ?? 0)));
    }

    /// <summary>How long it is, in milliseconds.</summary>
    public long Length { get; private set; }

    /// <summary>Every change of a cell.</summary>
    public IReadOnlyList<SiteChange> Changes => _changes;

    /// <summary>What happened.</summary>
    public IReadOnlyList<WatchedEvent> Events => _events;

    /// <summary>When somebody did something.</summary>
    public List<long> StepTimes => _stepTimes;

    /// <summary>Where each builder was.</summary>
    public IReadOnlyList<BuilderTrack> Tracks => _tracks;

    /// <inheritdoc/>
    public void Before(BuildSite site, in ReplayStep moment)
    {
        // What a correction changed shows itself now.
        _now = Math.Max(_now, moment.Time);
        NoteSite(site);
    }

    /// <inheritdoc/>
    public void After(BuildSite site, in ReplayStep moment, ReadOnlySpan<Deed> deeds)
    {
        for (var builder = 0; builder < deeds.Length; builder++)
        {
            if (deeds[builder].Action.IsEdit)
            {
                NoteEdit(site, builder, deeds[builder]);
            }
        }

        if (HasDeed(deeds) && (_stepTimes is not [.., var last] || last < _now))
        {
            _stepTimes.Add(_now);
        }

        NoteSite(site);
        if (site.IsComplete && !_isComplete)
        {
            _events.Add(new WatchedEvent(_now, WatchedEventKind.Finish, 0, Block.Air));
        }

        _isComplete = site.IsComplete;
    }

    private static bool HasDeed(ReadOnlySpan<Deed> deeds)
    {
        foreach (ref readonly var deed in deeds)
        {
            if (deed.Action.Type != ActionType.Noop)
            {
                return true;
            }
        }

        return false;
    }

    private void ReadOthers(EpisodeReader reader)
    {
        for (var entry = reader.Read(); entry != EpisodeEntry.None; entry = reader.Read())
        {
            switch (entry)
            {
                case EpisodeEntry.Pose:
                    NotePose(reader.Pose);
                    break;
                case EpisodeEntry.Feedback:
                    NoteFeedback(reader.Feedback);
                    break;
            }
        }

        for (var builder = 0; builder < _tracks.Length; builder++)
        {
            _tracks[builder] ??= new BuilderTrack(_feet[builder], isRounded: true);
        }
    }

    private void NotePose(in PlayerPose pose)
    {
        if (++_poses > MostPoses)
        {
            throw new EpisodeFormatException($"more than {MostPoses} poses, expected no more than can be watched");
        }

        if (!_hasPoses[pose.Builder])
        {
            (_hasPoses[pose.Builder], _tracks[pose.Builder]) = (true, new BuilderTrack(pose.Feet, isRounded: false));
        }

        _tracks[pose.Builder].Add(pose);
        Length = Math.Max(Length, pose.Time);
    }

    // Blocks taken back are edits, which the steps tell.
    private void NoteFeedback(in Feedback feedback)
    {
        var kind = feedback.Kind switch
        {
            FeedbackKind.Pause => WatchedEventKind.Pause,
            FeedbackKind.Resume => WatchedEventKind.Resume,
            FeedbackKind.Pace => WatchedEventKind.Pace,
            _ => (WatchedEventKind?)null,
        };
        if (kind is { } known)
        {
            _events.Add(new WatchedEvent(Math.Max(0, feedback.Time), known, feedback.From, Block.Air));
        }
    }

    private void NoteEdit(BuildSite site, int builder, in Deed deed)
    {
        var isPlacement = deed.Action.Type == ActionType.Place;
        var block = isPlacement ? deed.Action.Block : _blocks[deed.Action.Cell];
        var kind = !deed.Correct ? WatchedEventKind.Mistake : isPlacement ? WatchedEventKind.Placement : WatchedEventKind.Break;
        _editors[deed.Action.Cell] = builder;
        _events.Add(new WatchedEvent(_now, kind, builder, block));
        _tracks[builder].Edit(_now, site.Size.PosOf(deed.Action.Cell), isPlacement ? block : Block.Air);
    }

    private void NoteSite(BuildSite site)
    {
        for (var cell = site.Blocks.CommonPrefixLength(_blocks); cell < _blocks.Length; cell++)
        {
            if (_blocks[cell] != site.Blocks[cell])
            {
                _changes.Add(new SiteChange(_now, cell, _blocks[cell], site.Blocks[cell], _editors[cell]));
                _blocks[cell] = site.Blocks[cell];
            }
        }

        for (var builder = 0; builder < _feet.Length; builder++)
        {
            if (_feet[builder] != site.LocationOf(builder))
            {
                _feet[builder] = site.LocationOf(builder);
                if (!_hasPoses[builder])
                {
                    _tracks[builder].Move(_now, _feet[builder]);
                }
            }
        }
    }
}
