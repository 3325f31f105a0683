using BlockAssist.Learner.Data;
using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Policies;

/// <summary>What a human model needs for one builder besides the network: eyes, memory, dice.</summary>
/// <remarks>Allocates nothing once it knows the size of the site. Belongs to one thread.</remarks>
internal sealed class HumanSeat(PlayStyle style)
{
    private readonly ViewEncoder _encoder = new();
    private readonly BuilderMemory _memory = new();
    private readonly TurnChoice _choice = new(style);
    private SeededRandom _random = new(0);
    private bool _begun;

    /// <summary>Forgets everything, before a new episode.</summary>
    public void Begin(ulong seed) => (_random, _begun) = (new SeededRandom(seed), false);

    /// <summary>Fixes what is drawn from here on, and forgets nothing.</summary>
    public void Reseed(ulong seed) => _random = new SeededRandom(seed);

    /// <summary>Shows the builder its turn.</summary>
    public void Look(in Observation observation, in View view)
    {
        BeginOn(observation);
        _encoder.Encode(observation, _memory, Symmetry.Identity, view);
    }

    /// <summary>Chooses and remembers what the builder does.</summary>
    public BuilderAction Decide(in Observation observation, in View view, in HumanScores scores) => Decide(observation, view, scores, out _);

    /// <summary>Chooses and remembers what the builder does.</summary>
    /// <param name="observation">What the builder sees.</param>
    /// <param name="view">The same as it was shown.</param>
    /// <param name="scores">What the network answers.</param>
    /// <param name="turn">What the builder does, in the terms of the view.</param>
    public BuilderAction Decide(in Observation observation, in View view, in HumanScores scores, out Turn turn)
    {
        turn = _choice.Choose(view, scores, _random);
        var action = ActionOf(turn, observation.Size, observation.Locations[observation.Builder].Cell);
        Remember(observation, action);
        return action;
    }

    /// <summary>Remembers what the builder does, whoever chose it.</summary>
    public void Remember(in Observation observation, BuilderAction action)
    {
        BeginOn(observation);
        _memory.Note(observation.Locations[observation.Builder].Cell, action);
    }

    private void BeginOn(in Observation observation)
    {
        if (!_begun)
        {
            _memory.Reset(observation.Size);
            _begun = true;
        }
    }

    // The inverse of what a demonstration is shown as; the view is not turned.
    private static BuilderAction ActionOf(Turn turn, GridSize size, BlockPos feet) => (ActionType)turn.Type switch
    {
        ActionType.Place => BuilderAction.Place(CellOf(turn, size, feet), (Block)((int)Palette.FirstPlaceable + turn.Block)),
        ActionType.Break => BuilderAction.Break(CellOf(turn, size, feet)),
        var type => new BuilderAction(type),
    };

    private static int CellOf(Turn turn, GridSize size, BlockPos feet) => size.CellAt(feet + ViewShape.OffsetOf(turn.Cell));
}
