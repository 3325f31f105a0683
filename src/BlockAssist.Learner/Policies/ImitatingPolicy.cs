using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Inference;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Policies;

/// <summary>Helps without seeing the goal: does what a person would do who takes for the goal what a belief model thinks likely.</summary>
/// <remarks>What imitation alone comes to, without any thought of what helps. Belongs to one thread; engines may be shared.</remarks>
public sealed class ImitatingPolicy : IPolicy, IDisposable
{
    private readonly HumanPolicy _human;
    private readonly BeliefGuess _guess;

    /// <summary>Seats the models.</summary>
    /// <param name="human">The human model; must outlive the policy.</param>
    /// <param name="belief">The belief model; must outlive the policy.</param>
    /// <param name="shape">The sites that it was made for.</param>
    /// <param name="sure">How likely a change must be right to be taken for the goal's, 0.5 to 1.</param>
    /// <param name="seed">Fixes what it does, given what it sees.</param>
    public ImitatingPolicy(InferenceEngine human, InferenceEngine belief, BeliefShape shape, double sure, ulong seed)
    {
        _human = new HumanPolicy(human, seed, PlayStyle.Steady);
        _guess = new BeliefGuess(belief, shape, sure);
    }

    /// <inheritdoc/>
    public void Reset()
    {
        _human.Reset();
        _guess.Reset();
    }

    /// <inheritdoc/>
    public BuilderAction Act(in Observation observation) => _human.Act(observation.Assuming(_guess.Guess(observation)));

    /// <inheritdoc/>
    public void Dispose()
    {
        _human.Dispose();
        _guess.Dispose();
    }
}
