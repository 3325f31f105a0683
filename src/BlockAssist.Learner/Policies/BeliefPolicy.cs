using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Inference;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Policies;

/// <summary>Helps without seeing the goal: builds what a belief model is sure of.</summary>
/// <remarks>Belongs to one thread; engines may be shared.</remarks>
public sealed class BeliefPolicy : IPolicy, IGoalBelief, IHeedsWishes, IDisposable
{
    private readonly BeliefGuess _guess;
    private readonly GuessingBuilder _builder;

    /// <summary>Seats a model.</summary>
    /// <param name="engine">The model; must outlive the policy.</param>
    /// <param name="shape">The sites that it was made for.</param>
    /// <param name="sure">How likely a change must be right to be made, 0.5 to 1.</param>
    public BeliefPolicy(InferenceEngine engine, BeliefShape shape, double sure)
    {
        _guess = new BeliefGuess(engine, shape, sure);
        _builder = new GuessingBuilder(_guess);
    }

    /// <inheritdoc/>
    public int Version => _guess.Version;

    /// <inheritdoc/>
    public ReadOnlySpan<CellBelief> Beliefs => _guess.Beliefs;

    /// <inheritdoc/>
    public void Heed(HelpWishes wishes) => _guess.Heed(wishes);

    /// <inheritdoc/>
    public void Reset() => _builder.Reset();

    /// <inheritdoc/>
    public BuilderAction Act(in Observation observation) => _builder.Act(observation);

    /// <inheritdoc/>
    public void Dispose() => _guess.Dispose();
}
