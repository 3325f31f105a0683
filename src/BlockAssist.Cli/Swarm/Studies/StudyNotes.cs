using System.Text.Json;

namespace BlockAssist.Cli.Swarm.Studies;

/// <summary>What a study has measured, line by line in a file: one that was killed goes on with the next.</summary>
/// <remarks>Belongs to one thread.</remarks>
internal sealed class StudyNotes
{
    private readonly string? _file;
    private readonly Dictionary<string, StudyNote> _known = new(StringComparer.Ordinal);

    /// <summary>Opens notes.</summary>
    /// <param name="file">Where they are; null: nowhere, they are forgotten. A last line that was broken off is measured again.</param>
    public StudyNotes(string? file)
    {
        _file = file;
        foreach (var line in file is not null && File.Exists(file) ? File.ReadLines(file) : [])
        {
            if (Read(line) is { } note)
            {
                _known[note.Key] = note;
            }
        }
    }

    /// <summary>How many measurements there are.</summary>
    public int Count => _known.Count;

    /// <summary>What a measurement came to; it is made if it is not known.</summary>
    /// <param name="key">All that it depends on.</param>
    /// <param name="watch">Measures how long it takes.</param>
    /// <param name="measure">Makes it.</param>
    public StudyNote Of(string key, StudyWatch watch, Func<IReadOnlyDictionary<string, double>> measure)
    {
        if (!_known.TryGetValue(key, out var note))
        {
            var (values, wall, cpu) = watch.Time(measure);
            _known[key] = note = new StudyNote(key, values, wall.TotalSeconds, cpu.TotalSeconds);
            Append(note);
        }

        return note;
    }

    private void Append(StudyNote note)
    {
        if (_file is null)
        {
            return;
        }

        using var stream = new FileStream(_file, FileMode.OpenOrCreate, FileAccess.ReadWrite);
        EndLine(stream);
        stream.Write(JsonSerializer.SerializeToUtf8Bytes(note, StudyJson.Default.StudyNote));
        stream.WriteByte((byte)'\n');
        stream.Flush(flushToDisk: true);
    }

    // What was broken off stays a line of its own.
    private static void EndLine(FileStream stream)
    {
        if (stream.Length > 0)
        {
            stream.Seek(-1, SeekOrigin.End);
            if (stream.ReadByte() != '\n')
            {
                stream.WriteByte((byte)'\n');
            }
        }
    }

    private static StudyNote? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, StudyJson.Default.StudyNote);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
