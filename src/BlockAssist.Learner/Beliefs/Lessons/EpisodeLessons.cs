using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Lessons;

/// <summary>Shows moments of a recorded episode as a builder saw them who did not know the goal, and what came of them.</summary>
/// <remarks>Where everybody knew the goal, somebody looks on who does not. Belongs to one thread.</remarks>
public sealed class EpisodeLessons
{
    /// <summary>How many edits of the others ahead are soon.</summary>
    public const int SoonEdits = 8;

    private readonly byte[] _file;
    private readonly string _path;

    /// <summary>Opens an episode.</summary>
    /// <exception cref="EpisodeFormatException">It is none, or was recorded by other rules than ours.</exception>
    public EpisodeLessons(string path)
    {
        (_file, _path) = (File.ReadAllBytes(path), path);
        Header = new EpisodeReader(_file, path).Header;
        Observer = Header.Options.Builders.Select(builder => builder.GoalVisible).ToList().IndexOf(false) is var blind && blind >= 0 ? blind : BuildTrace.Onlooker;
    }

    /// <summary>What was known when it began.</summary>
    public EpisodeHeader Header { get; }

    /// <summary>Through whose eyes it is seen: those of the first builder who did not see the goal, or an onlooker's.</summary>
    public int Observer { get; }

    /// <summary>How many steps it has, as far as the file is whole.</summary>
    public int CountSteps()
    {
        var reader = new EpisodeReader(_file, _path);
        while (reader.Read() != EpisodeEntry.None)
        {
        }

        return reader.Steps;
    }

    /// <summary>Plays the episode and writes moments of it.</summary>
    /// <param name="steps">The numbers of the steps before which they are, ascending; those that the episode does not have are left out.</param>
    /// <param name="batch">Where to.</param>
    /// <param name="first">The place of the first.</param>
    /// <returns>How many were written.</returns>
    /// <exception cref="EpisodeFormatException">It does not replay as it was recorded.</exception>
    public int Write(ReadOnlySpan<int> steps, BeliefBatch batch, int first)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentOutOfRangeException.ThrowIfNotEqual(batch.Shape.Size, Header.Options.Size, nameof(batch));
        var replay = new Replay(new EpisodeReader(_file, _path));
        var visitor = new Visitor(replay.Site, Observer, batch, first, steps.ToArray());
        while (!visitor.IsDone && replay.Step(visitor))
        {
        }

        return replay.FirstMismatch is { } mismatch
            ? throw new EpisodeFormatException($"{_path}: does not replay as it was recorded: {mismatch}")
            : visitor.Written;
    }

    private sealed class Visitor : IReplayVisitor
    {
        private readonly BuildTrace _trace = new();
        private readonly BeliefBatch _batch;
        private readonly int _observer;
        private readonly int _first;
        private readonly int[] _steps;
        private readonly int[] _editsAt;
        private readonly int _atStart;
        private int _othersEdits;
        private int _waiting;

        public Visitor(BuildSite site, int observer, BeliefBatch batch, int first, int[] steps)
        {
            (_observer, _batch, _first, _steps) = (observer, batch, first, steps);
            (_editsAt, _atStart) = (new int[steps.Length], site.GoalSimilarity);
            _trace.Begin(observer);
        }

        public int Written { get; private set; }

        public bool IsDone => Written == _steps.Length && _waiting == Written;

        public void Before(BuildSite site, in ReplayStep moment)
        {
            _trace.Note(Look(site));
            for (; Written < _steps.Length && _steps[Written] <= moment.Number; Written++)
            {
                Write(site, _first + Written);
                _editsAt[Written] = _othersEdits;
            }
        }

        public void After(BuildSite site, in ReplayStep moment, ReadOnlySpan<Deed> deeds)
        {
            for (var builder = 0; builder < deeds.Length; builder++)
            {
                if (builder != _observer && deeds[builder].Action.IsEdit)
                {
                    NoteEdit(site.Size.PosOf(deeds[builder].Action.Cell));
                }
            }
        }

        private Observation Look(BuildSite site) => site.Observe(Math.Max(_observer, 0));

        private void Write(BuildSite site, int place)
        {
            BeliefEncoder.Write(Look(site), _trace, _batch.Of(_batch.Cells, place), _batch.Of(_batch.Scene, place));
            var blocks = _batch.Of(_batch.Blocks, place);
            var goal = _batch.Of(_batch.Goal, place);
            for (var cell = 0; cell < site.Size.Volume; cell++)
            {
                var at = _batch.Shape.PlaceOf(site.Size.PosOf(cell));
                (blocks[at], goal[at]) = ((byte)site.Blocks[cell], (byte)site.Goal[cell]);
            }

            _batch.Of(_batch.Soon, place).Clear();
            _batch.Built[place] = (site.GoalSimilarity - _atStart) / (float)Math.Max(1, site.Size.Volume - _atStart);
        }

        // The earliest of those that still wait is the first to have had its edits.
        private void NoteEdit(BlockPos at)
        {
            _othersEdits++;
            while (_waiting < Written && _othersEdits - _editsAt[_waiting] > SoonEdits)
            {
                _waiting++;
            }

            for (var moment = _waiting; moment < Written; moment++)
            {
                _batch.Of(_batch.Soon, _first + moment)[_batch.Shape.PlaceOf(at)] = 1;
            }
        }
    }
}
