using System.Numerics;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Search;

/// <summary>What a search has found: nodes with a slot for each edit, and one for waiting.</summary>
/// <remarks>Nodes beyond the room there is are not kept. Allocates nothing after it is made.</remarks>
internal sealed class SearchTree
{
    /// <summary>The node that is now.</summary>
    public const int Root = 0;

    /// <summary>No node: what is beyond the tree.</summary>
    public const int None = -1;

    private const int MaxNodes = 2048;
    private const int Slots = SearchProblem.MaxEdits + 1;
    private const int Waiting = SearchProblem.Kinds;
    private const int Groups = SearchProblem.Kinds + 1;
    private const float LeastPrior = 0.02f;
    private const float LeastRange = 0.01f;

    private readonly SearchOptions _options;
    private readonly int[] _visits = new int[MaxNodes * Slots];
    private readonly float[] _sums = new float[MaxNodes * Slots];
    private readonly float[] _priors = new float[MaxNodes * Slots];
    private readonly int[] _children = new int[MaxNodes * Slots];
    private readonly int[] _groupVisits = new int[MaxNodes * Groups];
    private readonly float[] _groupSums = new float[MaxNodes * Groups];
    private readonly float[] _groupPriors = new float[MaxNodes * Groups];
    private readonly byte[] _groupOf = new byte[Slots];
    private readonly ulong[] _members = new ulong[Groups];
    private readonly float[] _rootGains = new float[Slots];
    private int _edits;
    private int _nodes;
    private float _least;
    private float _most;

    /// <summary>An empty tree.</summary>
    public SearchTree(SearchOptions options) => _options = options;

    /// <summary>How often each edit was tried at the root, waiting last.</summary>
    public ReadOnlySpan<int> RootVisits => _visits.AsSpan(0, _edits + 1);

    /// <summary>What each edit at the root gained on average, waiting last; not a number where it was not tried.</summary>
    public ReadOnlySpan<float> RootGains
    {
        get
        {
            for (var slot = 0; slot <= _edits; slot++)
            {
                _rootGains[slot] = _visits[slot] == 0 ? float.NaN : _sums[slot] / _visits[slot];
            }

            return _rootGains.AsSpan(0, _edits + 1);
        }
    }

    /// <summary>A bit for each of so many edits.</summary>
    public static ulong AllOf(int edits) => edits >= 64 ? ulong.MaxValue : (1UL << edits) - 1;

    /// <summary>Forgets everything, before a new decision.</summary>
    public void Begin(SearchProblem problem)
    {
        (_edits, _nodes, _least, _most) = (problem.Count, 0, float.PositiveInfinity, float.NegativeInfinity);
        Array.Clear(_members);
        for (var edit = 0; edit < _edits; edit++)
        {
            // Breaks are the kind of air.
            _groupOf[edit] = (byte)problem.Edits[edit].Block;
            _members[_groupOf[edit]] |= 1UL << edit;
        }

        _groupOf[_edits] = Waiting;
        Open(problem, problem.At);
    }

    /// <summary>Where what is found about a move is kept.</summary>
    public static int SlotOf(int node, int move) => (node * Slots) + move;

    /// <summary>The move to try at a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="done">The edits that need not be made any more.</param>
    public int Select(int node, ulong done)
    {
        var (best, most) = (Waiting, Score(node, Waiting, NodeVisits(node)));
        for (var group = 0; group < Waiting; group++)
        {
            if ((_members[group] & ~done) != 0 && Score(node, group, NodeVisits(node)) is var score && score > most)
            {
                (best, most) = (group, score);
            }
        }

        return best == Waiting ? _edits : SelectWithin(node, best, _members[best] & ~done);
    }

    /// <summary>The node behind a move; opened if there is room and it was tried before.</summary>
    public int Child(int node, int move, SearchProblem problem, in Foresight foresight)
    {
        var slot = SlotOf(node, move);
        if (_children[slot] == None && _visits[slot] > 0 && _nodes < MaxNodes && !foresight.IsOver)
        {
            _children[slot] = Open(problem, foresight.At);
            return None;
        }

        return _children[slot];
    }

    /// <summary>Takes in what a move gained.</summary>
    public void Note(int slot, float gained)
    {
        _visits[slot]++;
        _sums[slot] += gained;
        var group = ((slot / Slots) * Groups) + _groupOf[slot % Slots];
        _groupVisits[group]++;
        _groupSums[group] += gained;
        _least = Math.Min(_least, gained);
        _most = Math.Max(_most, gained);
    }

    /// <summary>The move that was tried most at the root.</summary>
    public int MostVisited()
    {
        var best = _edits;
        for (var slot = 0; slot < _edits; slot++)
        {
            best = _visits[slot] > _visits[best] ? slot : best;
        }

        return best;
    }

    private int Open(SearchProblem problem, BlockPos at)
    {
        var node = _nodes++;
        _visits.AsSpan(node * Slots, Slots).Clear();
        _sums.AsSpan(node * Slots, Slots).Clear();
        _children.AsSpan(node * Slots, Slots).Fill(None);
        _groupVisits.AsSpan(node * Groups, Groups).Clear();
        _groupSums.AsSpan(node * Groups, Groups).Clear();
        var priors = _priors.AsSpan(node * Slots, Slots);
        var groups = _groupPriors.AsSpan(node * Groups, Groups);
        var all = LeastPrior;
        groups.Clear();
        for (var edit = 0; edit < _edits; edit++)
        {
            ref readonly var possible = ref problem.Edits[edit];
            var gain = possible.Right - (_options.WrongCost * (1 - possible.Right));
            priors[edit] = Math.Max(LeastPrior, gain / Foresight.StepsTo(at, possible.At));
            groups[_groupOf[edit]] += priors[edit];
            all += priors[edit];
        }

        groups[Waiting] = LeastPrior;
        for (var edit = 0; edit < _edits; edit++)
        {
            priors[edit] /= groups[_groupOf[edit]];
        }

        for (var group = 0; group < Groups; group++)
        {
            groups[group] /= all;
        }

        return node;
    }

    private int NodeVisits(int node)
    {
        var sum = 0;
        foreach (var visits in _groupVisits.AsSpan(node * Groups, Groups))
        {
            sum += visits;
        }

        return sum;
    }

    private float Score(int node, int group, int all)
    {
        var at = (node * Groups) + group;
        var gain = _groupVisits[at] == 0 ? 0.5f : Scaled(_groupSums[at] / _groupVisits[at]);
        return gain + (_options.Exploration * _groupPriors[at] * MathF.Sqrt(all + 1) / (1 + _groupVisits[at]));
    }

    // What was not tried yet is thought as good as its kind.
    private int SelectWithin(int node, int group, ulong members)
    {
        var (first, inGroup) = (node * Slots, (node * Groups) + group);
        var root = MathF.Sqrt(_groupVisits[inGroup] + 1);
        var usual = _groupVisits[inGroup] == 0 ? 0.5f : Scaled(_groupSums[inGroup] / _groupVisits[inGroup]);
        var (best, most) = (_edits, float.NegativeInfinity);
        for (var left = members; left != 0; left &= left - 1)
        {
            var edit = BitOperations.TrailingZeroCount(left);
            var visits = _visits[first + edit];
            var score = (visits == 0 ? usual : Scaled(_sums[first + edit] / visits)) + (_options.Exploration * _priors[first + edit] * root / (1 + visits));
            (best, most) = score > most ? (edit, score) : (best, most);
        }

        return best;
    }

    private float Scaled(float gain) => (gain - _least) / Math.Max(LeastRange, _most - _least);
}
