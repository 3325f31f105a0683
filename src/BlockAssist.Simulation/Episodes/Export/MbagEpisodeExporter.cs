using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes.Import;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes.Export;

/// <summary>Writes an episode as JSON lines in the neutral form of recorded human play, "mbag-human-episode/1".</summary>
/// <remarks>
/// What another program needs to learn from it: goal, start, every row with its score, poses. A reader of the form follows
/// the rows alone, without rules; where the site came out differently (a correction, an action without effect) a sync line
/// says so. The form knows only people; what the rules refused a script is written as a no-op.
/// </remarks>
public sealed class MbagEpisodeExporter
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly EpisodeReader _reader;
    private readonly Stream _target;
    private readonly BuildSite _site;
    private readonly Deed[] _deeds;
    private readonly int[] _rows;
    private readonly bool _rowsAreSteps;
    private readonly RecordedWorld _told;
    private readonly Dictionary<int, Inventory> _hands = [];

    private MbagEpisodeExporter(EpisodeReader reader, Stream target)
    {
        (_reader, _target) = (reader, target);
        _site = reader.Header.CreateSite();
        _deeds = new Deed[_site.BuilderCount];
        _rows = new int[_site.BuilderCount];
        _told = new RecordedWorld(_site);
        _rowsAreSteps = reader.Header.Properties.GetValueOrDefault("split") == "tutorial";
    }

    /// <summary>Writes everything that a fresh reader reads.</summary>
    /// <returns>How many rows were written.</returns>
    public static int Export(EpisodeReader reader, Stream target)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(target);
        var exporter = new MbagEpisodeExporter(reader, target);
        exporter.Line(exporter.WriteHeader);
        exporter.WriteEntries();
        exporter.Tell(reader.Steps);
        exporter.Line(exporter.WriteEnd);
        return exporter._rows.Sum();
    }

    private void WriteEntries()
    {
        for (var entry = _reader.Read(); entry != EpisodeEntry.None; entry = _reader.Read())
        {
            switch (entry)
            {
                case EpisodeEntry.Step:
                    WriteStep();
                    break;
                case EpisodeEntry.Correction:
                    Apply(_reader.Correction!);
                    break;
                case EpisodeEntry.Pose:
                    Line(json => WritePose(json, _reader.Pose));
                    break;
            }
        }
    }

    private void Apply(SiteCorrection correction)
    {
        correction.ApplyTo(_site);
        foreach (var hands in correction.Inventories)
        {
            _hands[hands.Builder] = hands.Inventory;
        }
    }

    private void WriteStep()
    {
        Tell(_reader.Steps - 1);
        var similarity = GoalProgress.CountMatching(_site.Blocks, _site.Goal);
        _site.Step(_reader.Actions, _deeds);
        for (var builder = 0; builder < _deeds.Length; builder++)
        {
            var (who, origin) = (builder, _reader.Origins[builder]);
            if (origin != ActionOrigin.Absent)
            {
                var row = RowOf(who, origin, similarity);
                Line(json => WriteRow(json, row));
                _told.Act(row, _site);
                _rows[builder]++;
            }
        }
    }

    private void WriteHeader(Utf8JsonWriter json)
    {
        var header = _reader.Header;
        var properties = header.Properties;
        json.WriteString("format", "mbag-human-episode/1");
        json.WriteString("name", properties.GetValueOrDefault("name", header.GoalName));
        json.WriteString("split", properties.GetValueOrDefault("split", _site.BuilderCount == 1 ? "alone" : "with_assistant"));
        json.WriteNumber("participant", Number(properties, "participant"));
        foreach (var name in (ReadOnlySpan<string>)["house_id", "recorded", "repository", "commit"])
        {
            if (properties.TryGetValue(name, out var text))
            {
                json.WriteString(name, text);
            }
        }

        WriteArray(json, "world_size", [_site.Size.Width, _site.Size.Height, _site.Size.Depth]);
        json.WriteString("index_order", "(x*height+y)*depth+z");
        WriteArray(json, "palette", Enumerable.Range(0, Palette.Count).Select(block => Palette.NameOf((Block)block)));
        WriteArray(json, "action_names", MbagHeader.ActionNames);
        WriteRules(json);
        WritePlayers(json);
        json.WriteNumber("human_player", Number(properties, "human_player"));
        WriteArray(json, "goal", _site.Goal);
        WriteArray(json, "initial", _site.Blocks);
    }

    private void WriteRules(Utf8JsonWriter json)
    {
        json.WriteStartObject("abilities");
        json.WriteBoolean("teleportation", _site.Options.Teleportation);
        json.WriteBoolean("flying", true);
        json.WriteBoolean("inf_blocks", _site.Options.InfiniteBlocks);
        json.WriteEndObject();
        var rewards = _site.Options.Builders[0].Rewards;
        json.WriteStartObject("rewards");
        json.WriteNumber("place_wrong", rewards.PlaceWrong.ValueAt(0));
        json.WriteNumber("noop", rewards.Noop.ValueAt(0));
        json.WriteNumber("action", rewards.Action.ValueAt(0));
        json.WriteNumber("own_reward_prop", rewards.OwnShare.ValueAt(0));
        json.WriteEndObject();
    }

    private void WritePlayers(Utf8JsonWriter json)
    {
        json.WriteStartArray("players");
        for (var builder = 0; builder < _site.BuilderCount; builder++)
        {
            var who = _reader.Header.Builders[builder];
            json.WriteStartObject();
            json.WriteString("role", who.Role == BuilderRole.Assistant && !who.Name.StartsWith("assistant", StringComparison.Ordinal) ? $"assistant {who.Name}" : who.Name);
            WriteArray(json, "start", Cell(_site.LocationOf(builder)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private MbagRow RowOf(int builder, ActionOrigin origin, int similarityBefore)
    {
        var deed = _deeds[builder];
        var action = _site.Options.Builders[builder].IsHuman ? _reader.Actions[builder] : deed.Action;
        return new MbagRow
        {
            Step = _reader.Steps - 1,
            Builder = builder,
            Number = _rowsAreSteps ? _reader.Steps - 1 : _rows[builder],
            Time = _reader.Time,
            Action = action,
            IsPadding = origin == ActionOrigin.Padding,
            OwnReward = _site.IsPalette(action.Cell) ? 0 : _site.GoalSimilarity - similarityBefore,
            Correct = deed.Correct,
            Similarity = _site.GoalSimilarity,
            Feet = action.IsMove ? _site.LocationOf(builder) : null,
        };
    }

    private static void WriteRow(Utf8JsonWriter json, MbagRow row)
    {
        json.WriteNumber("s", row.Step);
        json.WriteNumber("p", row.Builder);
        json.WriteNumber("row", row.Number);
        json.WriteNumber("t", row.Time / 1000m);
        WriteArray(json, "a", Parts(row.Action));
        if (row.IsPadding)
        {
            json.WriteNumber("pad", 1);
            return;
        }

        json.WriteNumber("own", row.OwnReward);
        json.WriteBoolean("ok", row.Correct);
        json.WriteNumber("sim", row.Similarity);
        if (row.Feet is { } feet)
        {
            WriteArray(json, "pos", Cell(feet));
        }
    }

    /// <summary>Says how the site differs from what the lines so far tell.</summary>
    private void Tell(int step)
    {
        var cells = Enumerable.Range(0, _site.Size.Volume).Where(cell => _site.Blocks[cell] != _told.Blocks[cell]).ToArray();
        var builders = Enumerable.Range(0, _site.BuilderCount).Where(builder => _site.LocationOf(builder) != _told.Places[builder]).ToArray();
        if (cells.Length + builders.Length + _hands.Count > 0)
        {
            Line(json => WriteSync(json, step, cells, builders));
            _hands.Clear();
        }
    }

    private void WriteSync(Utf8JsonWriter json, int step, int[] cells, int[] builders)
    {
        json.WriteNumber("s", step);
        json.WriteStartObject("sync");
        json.WriteStartArray("blocks");
        foreach (var cell in cells)
        {
            WriteArray(json, null, [cell, (int)_site.Blocks[cell]]);
            _told.SetCell(cell, _site.Blocks[cell]);
        }

        json.WriteEndArray();
        json.WriteStartObject("pos");
        foreach (var builder in builders)
        {
            WriteArray(json, builder.ToString(CultureInfo.InvariantCulture), Cell(_site.LocationOf(builder)));
            _told.SetPlace(builder, _site.LocationOf(builder));
        }

        json.WriteEndObject();
        json.WriteStartObject("inv");
        foreach (var (builder, inventory) in _hands)
        {
            WriteArray(json, builder.ToString(CultureInfo.InvariantCulture), inventory.Held);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WritePose(Utf8JsonWriter json, PlayerPose pose)
    {
        json.WriteNumber("s", _reader.Steps);
        json.WriteNumber("t", pose.Time / 1000m);
        json.WriteStartArray("pose");
        foreach (var number in (ReadOnlySpan<double>)[pose.Feet.X, pose.Feet.Y, pose.Feet.Z, pose.Yaw, pose.Pitch])
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
        json.WriteNumber("item", pose.Slot);
    }

    private void WriteEnd(Utf8JsonWriter json)
    {
        json.WriteStartObject("end");
        json.WriteNumber("steps", _reader.Steps);
        json.WriteNumber("duration_s", (_reader.End?.Time ?? _reader.Time) / 1000m);
        json.WriteNumber("final_similarity", GoalProgress.CountMatching(_site.Blocks, _site.Goal));
        json.WriteBoolean("complete", _reader.End?.Reason == EndReason.Complete);
        WriteArray(json, "final", _site.Blocks);
        json.WriteStartArray("positions");
        foreach (ref readonly var location in _site.Locations)
        {
            WriteArray(json, null, Cell(location));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Line(Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(_target, Compact))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        _target.WriteByte((byte)'\n');
    }

    private static int[] Parts(BuilderAction action) => action.Type switch
    {
        ActionType.Place or ActionType.Give => [(int)action.Type, action.Cell, (int)action.Block],
        ActionType.Break => [(int)action.Type, action.Cell],
        _ => [(int)action.Type],
    };

    private static int[] Cell(in Location location) => [location.Cell.X, location.Cell.Y, location.Cell.Z];

    private static int Number(IReadOnlyDictionary<string, string> properties, string name) =>
        int.TryParse(properties.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static void WriteArray(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteArray(Utf8JsonWriter json, string name, ReadOnlySpan<Block> blocks)
    {
        json.WriteStartArray(name);
        foreach (var block in blocks)
        {
            json.WriteNumberValue((int)block);
        }

        json.WriteEndArray();
    }

    private static void WriteArray(Utf8JsonWriter json, string? name, ReadOnlySpan<int> numbers)
    {
        if (name is not null)
        {
            json.WritePropertyName(name);
        }

        json.WriteStartArray();
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
