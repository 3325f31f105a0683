using BlockAssist.Learner.Data;
using BlockAssist.Learner.Policies;
using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Goals.Proposing;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>A site on which a solver builds what was proposed, and all that it remembers of it.</summary>
/// <remarks>Belongs to one thread at a time.</remarks>
/// <param name="rules">The rules, but for the number of steps.</param>
/// <param name="memory">How many numbers half of the network's memory has.</param>
internal sealed class SolverSite(SiteOptions rules, int memory)
{
    private readonly HumanSeat _seat = new(PlayStyle.AsPeople);
    private readonly List<int> _actions = [];
    private BuildSite? _site;

    /// <summary>What is built; null before the first.</summary>
    public Proposal? Proposal { get; private set; }

    /// <summary>What was done so far, by the numbers of actions.</summary>
    public IReadOnlyList<int> Actions => _actions;

    /// <summary>Half of what the network remembers.</summary>
    public float[] Hidden { get; } = new float[memory];

    /// <summary>The other half.</summary>
    public float[] Cell { get; } = new float[memory];

    /// <summary>Whether it is time for another goal.</summary>
    public bool IsOver => _site is null || _site.IsOver;

    /// <summary>How far the goal was built.</summary>
    public double Share => _site!.GoalPercentageOf(0);

    /// <summary>Whether nothing is left to do.</summary>
    public bool IsComplete => _site!.IsComplete;

    /// <summary>Begins to build something else.</summary>
    public void Begin(Proposal proposal)
    {
        Proposal = proposal;
        _site = new BuildSite(rules with { Horizon = proposal.Steps }, proposal.Goal);
        _actions.Clear();
        _seat.Begin(0);
        Array.Clear(Hidden);
        Array.Clear(Cell);
    }

    /// <summary>Goes on from where a site was that had the same proposal: does again what was done there.</summary>
    public void Repeat(IEnumerable<int> actions)
    {
        foreach (var number in actions)
        {
            var action = _site!.Actions.ActionAt(number);
            _seat.Remember(_site.Observe(0), action);
            Step(action);
        }
    }

    /// <summary>Fixes what is drawn from here on.</summary>
    public void Reseed(ulong seed) => _seat.Reseed(seed);

    /// <summary>Shows the solver its turn.</summary>
    public void Look(in View view) => _seat.Look(_site!.Observe(0), view);

    /// <summary>Lets the solver do something.</summary>
    /// <param name="view">What it was shown.</param>
    /// <param name="scores">What the network answers.</param>
    /// <param name="turn">What it does, in the terms of the view.</param>
    /// <returns>By how many cells that brought the goal nearer.</returns>
    public int Act(in View view, in HumanScores scores, out Turn turn)
    {
        var before = _site!.GoalSimilarity;
        Step(_seat.Decide(_site.Observe(0), view, scores, out turn));
        return _site.GoalSimilarity - before;
    }

    private void Step(BuilderAction action)
    {
        Span<Deed> deed = stackalloc Deed[1];
        _site!.Step([action], deed);
        _actions.Add(_site.Actions.IndexOf(action));
    }
}
