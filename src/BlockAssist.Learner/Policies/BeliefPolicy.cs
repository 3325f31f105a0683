using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Search;
using BlockAssist.Learner.Inference;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;

namespace BlockAssist.Learner.Policies;

/// <summary>Helps without seeing the goal: builds what a belief model is sure of, or what a search finds best of that.</summary>
/// <remarks>Belongs to one thread; engines may be shared.</remarks>
public sealed class BeliefPolicy : IPolicy, IGoalBelief, IHeedsWishes, ILooksAhead, IDisposable
{
    private readonly BeliefGuess _guess;
    private readonly GuessingBuilder _builder;
    private readonly SearchedGuess? _searched;

    private BeliefPolicy(BeliefGuess guess, IGoalGuess decided)
    {
        (_guess, _searched) = (guess, decided as SearchedGuess);
        _builder = new GuessingBuilder(decided);
    }

    /// <summary>Seats a model that does whatever it is sure of.</summary>
    /// <param name="engine">The model; must outlive the policy.</param>
    /// <param name="shape">The sites that it was made for.</param>
    /// <param name="sure">How likely a change must be right to be made, 0.5 to 1.</param>
    public static BeliefPolicy Sure(InferenceEngine engine, BeliefShape shape, double sure)
    {
        var guess = new BeliefGuess(engine, shape, sure);
        return new BeliefPolicy(guess, guess);
    }

    /// <summary>Seats a model that does what a search finds best of what it is sure of.</summary>
    /// <param name="engine">The model; must outlive the policy.</param>
    /// <param name="shape">The sites that it was made for.</param>
    /// <param name="sure">How likely a change must be right to be weighed at all, 0.5 to 1.</param>
    /// <param name="options">How to look ahead.</param>
    /// <param name="seed">Fixes what is drawn.</param>
    /// <param name="clock">Tells when the time is up.</param>
    public static BeliefPolicy Searching(InferenceEngine engine, BeliefShape shape, double sure, SearchOptions options, ulong seed, TimeProvider clock)
    {
        var guess = new BeliefGuess(engine, shape, sure);
        return new BeliefPolicy(guess, new SearchedGuess(guess, shape, new AssistanceSearch(options, clock), seed));
    }

    /// <inheritdoc/>
    public long Simulations => _searched?.Simulations ?? 0;

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
