using System.Globalization;
using System.Text.Json;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Leases;

/// <summary>What the training of a lease keeps on the disk: for each segment its state, then its mark; at the end the update.</summary>
/// <remarks>A mark that is there has a state that was there whole before it. What does not fit is not trusted, and done again; what is of a newer version is refused.</remarks>
/// <param name="folder">Where.</param>
/// <param name="states">Its states as files.</param>
/// <param name="lease">The hash of all that the training depends on.</param>
internal sealed class LeaseFolder(string folder, LeaseStates states, string lease)
{
    /// <summary>The file of the update.</summary>
    public string UpdatePath { get; } = Path.Combine(folder, "update.bau");

    /// <summary>Keeps what came of a segment.</summary>
    public void Save(int segment, LeaseMoment moment, LeaseMark mark)
    {
        states.Save(moment, StatePath(segment));
        MarkFile(segment).Write(new NotedSegment(lease, mark));
    }

    /// <summary>The marks of the segments that are done: those before the first one that is missing, damaged or of other lessons.</summary>
    /// <param name="segments">How many there are at most.</param>
    /// <param name="lessonsOf">The digest of a segment's lessons.</param>
    public List<LeaseMark> Marks(int segments, Func<int, string> lessonsOf)
    {
        var marks = new List<LeaseMark>();
        while (marks.Count < segments && MarkOf(marks.Count) is { } mark && mark.Lessons == lessonsOf(marks.Count))
        {
            marks.Add(mark);
        }

        while (marks.Count > 0 && StateOf(marks.Count - 1, marks[^1]) is null)
        {
            marks.RemoveAt(marks.Count - 1);
        }

        return marks;
    }

    /// <summary>The state after a segment; null if it is not there or not what its mark says.</summary>
    public LeaseMoment? StateOf(int segment, LeaseMark mark)
    {
        try
        {
            var path = StatePath(segment);
            var moment = states.Read(File.ReadAllBytes(path), path);
            return moment.Hash() == mark.State ? moment : null;
        }
        catch (Exception error) when (error is ArtifactFormatException or (IOException and not NewerVersionException))
        {
            return null;
        }
    }

    private LeaseMark? MarkOf(int segment)
    {
        try
        {
            var noted = MarkFile(segment).Read();
            return noted is { Mark: { State: not null, Lessons: not null } } && noted.Lease == lease && float.IsFinite(noted.Mark.Loss) ? noted.Mark : null;
        }
        catch (Exception error) when (error is JsonException or (IOException and not NewerVersionException))
        {
            return null;
        }
    }

    private string StatePath(int segment) => PathOf(segment, ".safetensors");

    private JsonFile<NotedSegment> MarkFile(int segment) => new(PathOf(segment, ".json"), "marks of leases", LeaseJson.Default.NotedSegment);

    private string PathOf(int segment, string extension) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"segment-{segment}{extension}"));
}
