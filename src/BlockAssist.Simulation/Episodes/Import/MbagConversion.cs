using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Import;

/// <summary>One recorded episode on its way into one of ours, line by line.</summary>
/// <remarks>
/// Every training row becomes a step of its own, in the recording's order: those of a step saw the same world, and so they
/// do here. What our rules make of a row is compared with what was recorded, and where it differs a correction follows.
/// </remarks>
internal sealed class MbagConversion : IDisposable
{
    private readonly MbagHeader _recording;
    private readonly BuildSite _site;
    private readonly RecordedWorld _world;
    private readonly EpisodeWriter _writer;
    private readonly BuilderAction[] _actions;
    private readonly ActionOrigin[] _origins;
    private readonly Deed[] _deeds;
    private readonly int[] _rows;
    private readonly List<string> _findings = [];
    private ImportReport _report;
    private int _step;
    private long _time;

    /// <summary>Begins with the first line.</summary>
    public MbagConversion(MbagHeader recording, Stream target)
    {
        _recording = recording;
        _site = recording.Header.CreateSite();
        _world = new RecordedWorld(_site);
        // Nobody waits for this file to grow: what is kept together longer gets smaller.
        _writer = new EpisodeWriter(target, recording.Header, _site, new EpisodeWriterOptions { FlushMilliseconds = 30_000, SyncMilliseconds = null });
        _actions = new BuilderAction[_site.BuilderCount];
        _origins = new ActionOrigin[_site.BuilderCount];
        _deeds = new Deed[_site.BuilderCount];
        _rows = new int[_site.BuilderCount];
        _report = new ImportReport { Name = recording.Name };
    }

    /// <summary>Whether the last line came.</summary>
    public bool IsOver { get; private set; }

    /// <summary>What came of it.</summary>
    public ImportReport Report => _report with { Steps = _writer.Steps, Findings = _findings };

    /// <summary>Takes the next line.</summary>
    public void Take(JsonFields line)
    {
        if (IsOver)
        {
            throw new InvalidDataException("a line after the end, expected none");
        }

        if (line.Has("a"))
        {
            TakeRow(MbagRow.Read(line, _site.Options));
        }
        else if (line.Has("sync"))
        {
            TakeSync(line);
        }
        else if (line.Has("pose"))
        {
            TakePose(line);
        }
        else if (line.Has("end"))
        {
            TakeEnd(line.Object("end"));
        }
        else
        {
            throw new InvalidDataException("neither \"a\" nor \"sync\" nor \"pose\" nor \"end\", expected one of them");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void TakeRow(in MbagRow row)
    {
        GoTo(row.Step, row.Time);
        var number = _recording.HasIdleSteps ? row.Step : _rows[row.Builder];
        if (row.Number != number)
        {
            throw new InvalidDataException($"\"row\": found {row.Number}, expected {number}");
        }

        Align(isSync: false);
        var gained = Act(row);
        _rows[row.Builder]++;
        _report = _report with { Rows = _report.Rows + 1, PaddingRows = _report.PaddingRows + (row.IsPadding ? 1 : 0) };
        if (!row.IsPadding)
        {
            _world.Act(row, _site);
            Compare(row, gained);
        }
    }

    /// <summary>Makes the step.</summary>
    /// <returns>How many cells more equal the goal; the palette, which fills up again, does not count.</returns>
    private int Act(in MbagRow row)
    {
        _actions[row.Builder] = row.Action;
        _origins[row.Builder] = row.IsPadding ? ActionOrigin.Padding : ActionOrigin.Decision;
        var similarity = GoalProgress.CountMatching(_site.Blocks, _site.Goal);
        StepAt(row.Time);
        _actions[row.Builder] = BuilderAction.Noop;
        _origins[row.Builder] = ActionOrigin.Absent;
        return _site.IsPalette(row.Action.Cell) ? 0 : _site.GoalSimilarity - similarity;
    }

    private void Compare(in MbagRow row, int gained)
    {
        var similarity = _site.GoalSimilarity + _world.SimilarityBeyond(_site);
        if (similarity != row.Similarity)
        {
            _report = _report with { SimilarityMismatches = _report.SimilarityMismatches + 1 };
            Find(row, $"{similarity} cells equal the goal, recorded {row.Similarity}");
        }

        if (gained != row.OwnReward)
        {
            _report = _report with { RewardMismatches = _report.RewardMismatches + 1 };
            Find(row, $"own reward {gained}, recorded {row.OwnReward}");
        }

        if (_deeds[row.Builder].Correct != row.Correct)
        {
            _report = _report with { CorrectnessMismatches = _report.CorrectnessMismatches + 1 };
            Find(row, $"right: {_deeds[row.Builder].Correct}, recorded {row.Correct}");
        }

        if (_site.LocationOf(row.Builder) != _world.Places[row.Builder])
        {
            _report = _report with { PlaceMismatches = _report.PlaceMismatches + 1 };
            Find(row, $"at {_site.LocationOf(row.Builder).Cell}, recorded {_world.Places[row.Builder].Cell}");
        }
    }

    private void Find(in MbagRow row, string what) => Find($"row {row.Number} of player {row.Builder}, {row.Action}: {what}");

    private void Find(string what)
    {
        if (_findings.Count < ImportReport.MostFindings)
        {
            _findings.Add(what);
        }
    }

    private void TakeSync(JsonFields line)
    {
        GoTo(line.Int("s", 0, EpisodeFormat.MaxSteps), line.Has("t") ? line.Milliseconds("t") : _time);
        var sync = line.Object("sync");
        _report = _report with { Syncs = _report.Syncs + 1, SyncCells = _report.SyncCells + (sync.Has("blocks") ? sync.Count("blocks") : 0) };
        if (sync.Has("blocks"))
        {
            foreach (var change in sync.Array("blocks"))
            {
                var pair = JsonFields.ArrayOf(change, "blocks", 2, 2);
                _world.SetCell(JsonFields.IntOf(pair[0], "blocks", 0, _site.Size.Volume - 1), JsonFields.BlockOf(pair[1], "blocks"));
            }
        }

        if (sync.Has("pos"))
        {
            foreach (var place in sync.Object("pos").All())
            {
                _world.SetPlace(BuilderOf(place.Name), JsonFields.StandingOf(place.Value, "pos", _site.Size));
            }
        }

        if (sync.Has("inv"))
        {
            foreach (var hands in sync.Object("inv").All())
            {
                _world.SetInventory(BuilderOf(hands.Name), ReadInventory(hands.Value));
            }
        }

        Align(isSync: true);
    }

    private void TakePose(JsonFields line)
    {
        var pose = JsonFields.ArrayOf(line.Field("pose"), "pose", 5, 5);
        _writer.Pose(new PlayerPose
        {
            Time = line.Milliseconds("t"),
            Feet = new Location(JsonFields.NumberOf(pose[0], "pose"), JsonFields.NumberOf(pose[1], "pose"), JsonFields.NumberOf(pose[2], "pose")),
            Yaw = JsonFields.NumberOf(pose[3], "pose"),
            Pitch = JsonFields.NumberOf(pose[4], "pose"),
            Slot = (byte)line.Int("item", 0, byte.MaxValue),
        });
        _report = _report with { Poses = _report.Poses + 1 };
    }

    private void TakeEnd(JsonFields end)
    {
        GoTo(end.Int("steps", 0, EpisodeFormat.MaxSteps), end.Milliseconds("duration_s"));
        Align(isSync: false);
        var difference = DifferenceFrom(end);
        if (difference is not null)
        {
            Find($"the end: {difference} not as recorded");
        }

        _report = _report with { EndsAsRecorded = difference is null };
        _writer.Complete(end.Flag("complete") ? EndReason.Complete : EndReason.Stopped);
        IsOver = true;
    }

    private string? DifferenceFrom(JsonFields end)
    {
        if (!_site.Blocks.SequenceEqual(end.Blocks("final", _site.Size).Blocks))
        {
            return "the blocks are";
        }

        if (end.Has("positions")
            && !end.Array("positions").Select(place => JsonFields.StandingOf(place, "positions", _site.Size)).SequenceEqual(_world.Places.ToArray()))
        {
            return "the places are";
        }

        return end.Has("final_similarity")
            && end.Int("final_similarity", 0, _site.Size.Volume) != GoalProgress.CountMatching(_site.Blocks, _site.Goal)
            ? "the goal similarity is"
            : null;
    }

    /// <summary>Lets the steps pass that have no line.</summary>
    private void GoTo(int step, long time)
    {
        if (step < _step)
        {
            throw new InvalidDataException($"\"s\": found {step}, expected at least {_step}");
        }

        _step = step;
        var idle = _recording.HasIdleSteps ? step - _writer.Steps : 0;
        if (idle < 0)
        {
            throw new InvalidDataException($"\"s\": found {step} again, expected at least {_writer.Steps}");
        }

        var interval = idle > 0 ? Math.Max(0, time - _time) / (idle + 1) : 0;
        for (; idle > 0; idle--)
        {
            StepAt(_time + interval);
        }
    }

    private void StepAt(long time)
    {
        _site.Step(_actions, _deeds);
        _writer.Step(time, _actions, _origins);
        _time = time;
    }

    /// <summary>Makes the site like the recorded world.</summary>
    private void Align(bool isSync)
    {
        if (_world.Against(_site) is not { } correction)
        {
            return;
        }

        _writer.Correct(correction);
        if (!isSync)
        {
            _report = _report with
            {
                Repairs = _report.Repairs + 1,
                RepairedCells = _report.RepairedCells + correction.Cells.Count,
                RepairedPlaces = _report.RepairedPlaces + correction.Places.Count,
            };
        }
    }

    private int BuilderOf(string name) =>
        int.TryParse(name, out var builder) && builder >= 0 && builder < _site.BuilderCount
            ? builder
            : throw new InvalidDataException($"\"sync\": found player {name}, expected 0 to {_site.BuilderCount - 1}");

    private static Inventory ReadInventory(System.Text.Json.JsonElement element)
    {
        var counts = JsonFields.ArrayOf(element, "inv", Palette.Count, Palette.Count);
        var inventory = new Inventory();
        for (var block = 0; block < Palette.Count; block++)
        {
            inventory.Put((Block)block, JsonFields.IntOf(counts[block], "inv", 0, Inventory.StackSize * 3));
        }

        return inventory;
    }
}
