using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Search;
using BlockAssist.Learner.Inference;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Policies;

/// <summary>Helps without seeing the goal: does what a search finds best of what a belief model thinks likely.</summary>
/// <remarks>Belongs to one thread; engines may be shared.</remarks>
public sealed class SearchingPolicy : IPolicy, IDisposable
{
    private readonly BeliefGuess _belief;
    private readonly SearchedGuess _guess;
    private readonly GuessingBuilder _builder;

    /// <summary>Seats a model.</summary>
    /// <param name="engine">The model; must outlive the policy.</param>
    /// <param name="shape">The sites that it was made for.</param>
    /// <param name="sure">How likely a change must be right to be weighed at all, 0.5 to 1.</param>
    /// <param name="options">How to look ahead.</param>
    /// <param name="seed">Fixes what is drawn.</param>
    /// <param name="clock">Tells when the time is up.</param>
    public SearchingPolicy(InferenceEngine engine, BeliefShape shape, double sure, SearchOptions options, ulong seed, TimeProvider clock)
    {
        _belief = new BeliefGuess(engine, shape, sure);
        _guess = new SearchedGuess(_belief, shape, new AssistanceSearch(options, clock), seed);
        _builder = new GuessingBuilder(_guess);
    }

    /// <summary>How many simulations were made in all.</summary>
    public long Simulations => _guess.Simulations;

    /// <inheritdoc/>
    public void Reset() => _builder.Reset();

    /// <inheritdoc/>
    public BuilderAction Act(in Observation observation) => _builder.Act(observation);

    /// <inheritdoc/>
    public void Dispose() => _belief.Dispose();
}
