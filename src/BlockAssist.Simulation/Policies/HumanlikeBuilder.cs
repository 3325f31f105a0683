using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies.Planning;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Policies;

/// <summary>Builds the goal that it sees as a person would: with pauses, strolls, runs of one block, slips and their repair.</summary>
/// <remarks>
/// A stand-in for people where none is at hand: how often it does what is measured on recorded people
/// (docs/builders.md has both side by side); why, is made up. Does nothing if it does not see the goal.
/// </remarks>
public sealed class HumanlikeBuilder : IPolicy
{
    private readonly HumanStyle _style;
    private readonly PersonalOrder _order;
    private readonly Pace _pace;
    private SeededRandom _random;
    private Planner? _planner;
    private BuilderAction _last;
    private int _pause;
    private int _stroll;
    private bool _begun;

    /// <summary>A builder of a style; people's average by default.</summary>
    /// <param name="seed">Fixes what it does, given what it sees.</param>
    /// <param name="style">How it goes about its work.</param>
    public HumanlikeBuilder(ulong seed, HumanStyle? style = null)
    {
        Seed = seed;
        _style = style ?? new HumanStyle();
        _style.Validate();
        _order = new PersonalOrder(_style);
        _pace = new Pace(_style);
        _random = new SeededRandom(seed);
    }

    /// <summary>Fixes what it does from the next <see cref="Reset"/> on.</summary>
    public ulong Seed { get; set; }

    /// <inheritdoc/>
    public void Reset()
    {
        _random = new SeededRandom(Seed);
        _planner?.Reset();
        _pace.Clear();
        _last = BuilderAction.Noop;
        (_pause, _stroll, _begun) = (0, 0, false);
    }

    /// <inheritdoc/>
    public BuilderAction Act(in Observation observation)
    {
        if (!observation.GoalVisible)
        {
            return BuilderAction.Noop;
        }

        var planner = Planner.Fitting(ref _planner, observation, _order);
        Begin(observation, planner);
        var action = Decide(observation, planner);
        _pace.Count(action);
        _last = action.Type == ActionType.Noop ? _last : action;
        return action;
    }

    private void Begin(in Observation observation, Planner planner)
    {
        if (!_begun)
        {
            _begun = true;
            _stroll = _style.FirstLook;
            _order.Study(observation, planner.Cells);
        }
    }

    private BuilderAction Decide(in Observation observation, Planner planner)
    {
        _pause = _pause > 0 ? _pause - 1 : _pace.DrawPause(_random);
        if (_pause > 0)
        {
            return BuilderAction.Noop;
        }

        _stroll = _stroll == 0 && _last.IsEdit ? _pace.DrawStroll(_random) : _stroll;
        if (_stroll > 0 && TryStroll(observation, out var move))
        {
            return move;
        }

        return Work(observation, planner);
    }

    private bool TryStroll(in Observation observation, out BuilderAction move)
    {
        _stroll--;
        move = _pace.DrawMove(_random, _last);
        for (var tries = 0; tries < ActionSpace.MoveCount && !observation.Allows(move); tries++)
        {
            move = _pace.DrawMove(_random, BuilderAction.Noop);
        }

        return observation.Allows(move);
    }

    private BuilderAction Work(in Observation observation, Planner planner)
    {
        var action = planner.Next(observation, observation.Goal);
        if (action.IsEdit && _random.NextDouble() < _style.SlipShare)
        {
            var slip = Slips.Draw(observation, planner.Cells, action, _random);
            if (slip != action)
            {
                planner.Ignore(slip.Cell, _random.Next(_style.LongestOversight) + 1);
                return slip;
            }
        }

        if (action.Type == ActionType.Place)
        {
            _order.TakeInHand(action.Block);
        }

        return action;
    }
}
