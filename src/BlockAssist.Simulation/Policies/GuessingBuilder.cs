using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies.Planning;

namespace BlockAssist.Simulation.Policies;

/// <summary>Helps without seeing the goal: builds what a guess says, and nothing that the guess does not ask for.</summary>
/// <remarks>Neither digs nor scaffolds, for it would do harm if the guess were wrong; waits where there is no other way.</remarks>
public sealed class GuessingBuilder : IPolicy
{
    private readonly IGoalGuess _guess;
    private readonly GuessOrder _order;
    private Planner? _planner;

    /// <summary>A builder that goes by a guess.</summary>
    public GuessingBuilder(IGoalGuess guess)
    {
        ArgumentNullException.ThrowIfNull(guess);
        _guess = guess;
        _order = new GuessOrder(guess);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _guess.Reset();
        _planner?.Reset();
    }

    /// <inheritdoc/>
    public BuilderAction Act(in Observation observation) => Planner.Fitting(ref _planner, observation, _order).Next(observation, _guess.Guess(observation));
}
