using System.IO.Compression;
using System.Text.Json;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Simulation.Tests.Policies;

/// <summary>What one builder alone does over many episodes, in the figures by which people and their stand-in are compared.</summary>
internal sealed class BehaviourStats : IRunVisitor
{
    private const int MomentCount = 10;

    private readonly int[] _types = new int[BuilderAction.TypeCount];
    private readonly List<int> _pauses = [];
    private readonly List<int> _movesBetweenEdits = [];
    private readonly List<int> _matching = [];
    private readonly double[] _done = new double[MomentCount];
    private int _pause;
    private int _moves;
    private int _wrong;
    private int _episodes;
    private int _cells;

    public int Steps => _types.Sum();

    public int Edits => _types[(int)ActionType.Place] + _types[(int)ActionType.Break];

    public double MovesPerEdit => _movesBetweenEdits.Average();

    public double MeanPause => _pauses.Average();

    public double WrongShare => (double)_wrong / Edits;

    public double EditsPerCell => (double)Edits / _cells;

    public double ShareOf(ActionType type) => 100.0 * _types[(int)type] / Steps;

    public double PausesOf(int atLeast, int atMost) => (double)_pauses.Count(pause => pause >= atLeast && pause <= atMost) / _pauses.Count;

    public double MovesOf(int atLeast, int atMost) =>
        (double)_movesBetweenEdits.Count(moves => moves >= atLeast && moves <= atMost) / _movesBetweenEdits.Count;

    public IEnumerable<double> DoneByTenths => _done.Select(done => done / _episodes);

    public void Visit(BuildSite site, ReadOnlySpan<BuilderAction> actions, ReadOnlySpan<Deed> deeds)
    {
        Add(deeds[0].Action.Type, deeds[0].Correct);
        _matching.Add(site.GoalSimilarity);
    }

    public void EndEpisode(int matchingAtStart, int volume)
    {
        for (var moment = 1; moment <= MomentCount; moment++)
        {
            var matching = _matching[(moment * _matching.Count / MomentCount) - 1];
            _done[moment - 1] += (double)(matching - matchingAtStart) / (volume - matchingAtStart);
        }

        _cells += volume - matchingAtStart;
        _matching.Clear();
        (_pause, _moves) = (0, 0);
        _episodes++;
    }

    /// <summary>Reads a recorded episode of a person, its padding included.</summary>
    public void Read(string path)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var header = JsonDocument.Parse(lines.ReadLine()!).RootElement;
        var goal = header.GetProperty("goal").EnumerateArray().Select(block => block.GetInt32());
        var initial = header.GetProperty("initial").EnumerateArray().Select(block => block.GetInt32());
        var volume = header.GetProperty("goal").GetArrayLength();
        var atStart = goal.Zip(initial).Count(pair => pair.First == pair.Second);
        var matching = atStart;
        while (lines.ReadLine() is { } line)
        {
            using var row = JsonDocument.Parse(line);
            if (row.RootElement.TryGetProperty("a", out var action))
            {
                Add((ActionType)action[0].GetInt32(), row.RootElement.TryGetProperty("ok", out var ok) && ok.GetBoolean());
                matching = row.RootElement.TryGetProperty("sim", out var similarity) ? similarity.GetInt32() : matching;
                _matching.Add(matching);
            }
        }

        EndEpisode(atStart, volume);
    }

    private void Add(ActionType type, bool correct)
    {
        _types[(int)type]++;
        if (type == ActionType.Noop)
        {
            _pause++;
            return;
        }

        if (_pause > 0)
        {
            _pauses.Add(_pause);
            _pause = 0;
        }

        if (type is ActionType.Place or ActionType.Break)
        {
            _movesBetweenEdits.Add(_moves);
            _moves = 0;
            _wrong += correct ? 0 : 1;
        }
        else
        {
            _moves++;
        }
    }
}
