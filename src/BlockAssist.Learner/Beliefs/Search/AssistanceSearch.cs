using System.Numerics;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Search;

/// <summary>Decides what to do next while the goal is uncertain: looks ahead in many worlds that may be the true one.</summary>
/// <remarks>
/// <para>
/// A Monte-Carlo tree search of an assistance game (Laidlaw et al., "AssistanceZero", 2025): each simulation takes one of the
/// sampled worlds, in which the others go on with their work, and goes down a tree of the assistant's edits; what all gain
/// together is what counts. The tree does not know which world it is in, so what it finds is good on the whole, not in the
/// world that happens to be true.
/// </para>
/// <para>
/// What to try is chosen on two levels, as in the paper: first the kind of edit, then the edit of that kind, both by PUCT
/// (Rosin, 2011) over gains that are scaled to those seen in the tree. A walk and the edit at its end are one move. Beyond the
/// tree the assistant makes what promises most for its time.
/// </para>
/// <para>Allocates nothing once it is made. Belongs to one thread.</para>
/// </remarks>
public sealed class AssistanceSearch
{
    private const int SimulationsBetweenLooks = 32;

    private readonly SearchOptions _options;
    private readonly TimeProvider _clock;
    private readonly SampledWorlds _worlds = new();
    private readonly SearchTree _tree;
    private readonly float[] _discounts;
    private readonly int[] _path;
    private readonly float[] _gainedAt;

    /// <summary>A search.</summary>
    /// <param name="options">How it looks ahead.</param>
    /// <param name="clock">Tells when the time is up; not asked without a budget.</param>
    public AssistanceSearch(SearchOptions options, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Simulations, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Horizon, 1, nameof(options));
        (_options, _clock) = (options, clock);
        _tree = new SearchTree(options);
        _discounts = new float[options.Horizon];
        for (var step = 0; step < _discounts.Length; step++)
        {
            _discounts[step] = MathF.Pow(options.Discount, step);
        }

        (_path, _gainedAt) = (new int[options.Horizon + 1], new float[options.Horizon + 1]);
    }

    /// <summary>How many simulations the last decision took.</summary>
    public int Simulations { get; private set; }

    /// <summary>How often each edit was tried in the last decision; the last number is of waiting.</summary>
    public ReadOnlySpan<int> Visits => _tree.RootVisits;

    /// <summary>What each edit was found to gain, waiting last; not a number where it was not tried.</summary>
    public ReadOnlySpan<float> Gains => _tree.RootGains;

    /// <summary>Weighs what could be done.</summary>
    /// <param name="problem">What could be done.</param>
    /// <param name="random">What is drawn from.</param>
    /// <returns>The number of the edit to make; −1 to wait.</returns>
    public int Decide(SearchProblem problem, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(random);
        Simulations = 0;
        _tree.Begin(problem);
        if (problem.Count == 0)
        {
            return -1;
        }

        _worlds.Draw(problem, random);
        var began = _options.Budget is null ? 0 : _clock.GetTimestamp();
        while (Simulations < _options.Simulations && !IsTimeUp(began))
        {
            Simulate(problem, Simulations % SampledWorlds.Count);
            Simulations++;
        }

        return _tree.MostVisited() is var best && best == problem.Count ? -1 : best;
    }

    private bool IsTimeUp(long began) =>
        _options.Budget is { } budget && Simulations % SimulationsBetweenLooks == 0 && _clock.GetElapsedTime(began) >= budget;

    private void Simulate(SearchProblem problem, int world)
    {
        var foresight = new Foresight(problem, _worlds, world, _discounts, _options.WrongCost);
        var (node, length) = (SearchTree.Root, 0);
        while (node != SearchTree.None && !foresight.IsOver)
        {
            var move = _tree.Select(node, foresight.Done);
            _path[length] = SearchTree.SlotOf(node, move);
            _gainedAt[length++] = foresight.Gained;
            foresight.MakeOrPause(move);
            node = _tree.Child(node, move, problem, foresight);
        }

        while (!foresight.IsOver)
        {
            foresight.MakeOrPause(Promising(problem, foresight));
        }

        for (var i = 0; i < length; i++)
        {
            _tree.Note(_path[i], foresight.Gained - _gainedAt[i]);
        }
    }

    // What gains most for the steps that it takes; to wait where nothing gains.
    private int Promising(SearchProblem problem, in Foresight foresight)
    {
        var edits = problem.Edits;
        var (best, most) = (problem.Count, 0f);
        for (var left = ~foresight.Done & SearchTree.AllOf(edits.Length); left != 0; left &= left - 1)
        {
            var edit = BitOperations.TrailingZeroCount(left);
            var gain = (edits[edit].Right - (_options.WrongCost * (1 - edits[edit].Right))) / Foresight.StepsTo(foresight.At, edits[edit].At);
            (best, most) = gain > most ? (edit, gain) : (best, most);
        }

        return best;
    }
}
