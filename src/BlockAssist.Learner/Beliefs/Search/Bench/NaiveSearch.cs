using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Search.Bench;

/// <summary>An <see cref="AssistanceSearch"/> as one would write it down first: objects, dictionaries and queries.</summary>
/// <remarks>Comes to the same decisions, which tests hold; what <c>bench search</c> measures the other by.</remarks>
internal sealed class NaiveSearch(SearchOptions options)
{
    private const float LeastPrior = 0.02f;
    private const float LeastRange = 0.01f;

    private readonly SampledWorlds _worlds = new();
    private float _least;
    private float _most;

    /// <summary>Weighs what could be done; how often each edit was tried, waiting last.</summary>
    public IReadOnlyList<int> Decide(SearchProblem problem, SeededRandom random)
    {
        (_least, _most) = (float.PositiveInfinity, float.NegativeInfinity);
        _worlds.Draw(problem, random);
        var root = new Node(problem, options, problem.At);
        for (var simulation = 0; simulation < options.Simulations; simulation++)
        {
            Simulate(problem, root, simulation % SampledWorlds.Count);
        }

        return [.. root.Moves.OrderBy(move => move.Key).Select(move => move.Value.Visits)];
    }

    private void Simulate(SearchProblem problem, Node root, int world)
    {
        float[] discounts = [.. Enumerable.Range(0, options.Horizon).Select(step => MathF.Pow(options.Discount, step))];
        var foresight = new Foresight(problem, _worlds, world, discounts, options.WrongCost);
        var path = new List<(Group Group, Move Move, float Gained)>();
        var node = root;
        while (node is not null && !foresight.IsOver)
        {
            var (group, move) = Select(node, foresight.Done);
            path.Add((group, move, foresight.Gained));
            foresight.MakeOrPause(move.Edit);
            if (move.Next is null && move.Visits > 0 && !foresight.IsOver)
            {
                move.Next = new Node(problem, options, foresight.At);
                break;
            }

            node = move.Next;
        }

        while (!foresight.IsOver)
        {
            foresight.MakeOrPause(Promising(problem, foresight.Done, foresight.At));
        }

        foreach (var (group, move, gained) in path)
        {
            Note(group, move, foresight.Gained - gained);
        }
    }

    private void Note(Group group, Move move, float gained)
    {
        (move.Visits, move.Sum) = (move.Visits + 1, move.Sum + gained);
        (group.Visits, group.Sum) = (group.Visits + 1, group.Sum + gained);
        (_least, _most) = (Math.Min(_least, gained), Math.Max(_most, gained));
    }

    private (Group Group, Move Move) Select(Node node, ulong done)
    {
        var all = node.Groups.Values.Sum(group => group.Visits);
        var chosen = node.Groups.Values
            .Where(group => group.Kind == SearchProblem.Kinds || group.Moves.Exists(move => IsOpen(move, done)))
            .OrderByDescending(group => group.Kind == SearchProblem.Kinds)
            .ThenBy(group => group.Kind)
            .MaxBy(group => (group.Visits == 0 ? 0.5f : Scaled(group.Sum / group.Visits)) + (options.Exploration * group.Prior * MathF.Sqrt(all + 1) / (1 + group.Visits)))!;
        if (chosen.Kind == SearchProblem.Kinds)
        {
            return (chosen, chosen.Moves[0]);
        }

        var (root, usual) = (MathF.Sqrt(chosen.Visits + 1), chosen.Visits == 0 ? 0.5f : Scaled(chosen.Sum / chosen.Visits));
        return (chosen, chosen.Moves.Where(move => IsOpen(move, done)).MaxBy(move =>
            (move.Visits == 0 ? usual : Scaled(move.Sum / move.Visits)) + (options.Exploration * move.Prior * root / (1 + move.Visits)))!);
    }

    private static bool IsOpen(Move move, ulong done) => (done >> move.Edit & 1) == 0;

    private int Promising(SearchProblem problem, ulong done, BlockPos from)
    {
        var gains = Enumerable.Range(0, problem.Count)
            .Where(edit => (done >> edit & 1) == 0)
            .Select(edit => (Edit: edit, Gain: GainOf(problem.Edits[edit], options, from)))
            .Where(one => one.Gain > 0)
            .ToList();
        return gains.Count == 0 ? problem.Count : gains.MaxBy(one => one.Gain).Edit;
    }

    private static float GainOf(in PossibleEdit edit, SearchOptions options, BlockPos from) =>
        (edit.Right - (options.WrongCost * (1 - edit.Right))) / Foresight.StepsTo(from, edit.At);

    private float Scaled(float gain) => (gain - _least) / Math.Max(LeastRange, _most - _least);

    private sealed class Node
    {
        public Node(SearchProblem problem, SearchOptions options, BlockPos at)
        {
            var all = LeastPrior;
            for (var edit = 0; edit < problem.Count; edit++)
            {
                var kind = (int)problem.Edits[edit].Block;
                var move = new Move(edit) { Prior = Math.Max(LeastPrior, GainOf(problem.Edits[edit], options, at)) };
                Groups.TryAdd(kind, new Group(kind));
                Groups[kind].Moves.Add(move);
                Groups[kind].Prior += move.Prior;
                Moves.Add(edit, move);
                all += move.Prior;
            }

            var waiting = new Move(problem.Count);
            Groups.Add(SearchProblem.Kinds, new Group(SearchProblem.Kinds) { Prior = LeastPrior, Moves = { waiting } });
            Moves.Add(problem.Count, waiting);
            foreach (var group in Groups.Values)
            {
                group.Moves.ForEach(move => move.Prior /= group.Prior);
                group.Prior /= all;
            }
        }

        public Dictionary<int, Group> Groups { get; } = [];

        public Dictionary<int, Move> Moves { get; } = [];
    }

    private sealed class Group(int kind)
    {
        public int Kind { get; } = kind;

        public List<Move> Moves { get; } = [];

        public float Prior { get; set; }

        public int Visits { get; set; }

        public float Sum { get; set; }
    }

    private sealed class Move(int edit)
    {
        public int Edit { get; } = edit;

        public float Prior { get; set; }

        public int Visits { get; set; }

        public float Sum { get; set; }

        public Node? Next { get; set; }
    }
}
