using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Search;
using BlockAssist.Learner.Beliefs.Survival;
using BlockAssist.Learner.Inference;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Policies;

/// <summary>Helps without seeing the goal: builds what a belief model is sure of, or what a search finds best of that.</summary>
/// <remarks>Belongs to one thread; engines may be shared.</remarks>
public sealed class BeliefPolicy : IPolicy, IGoalBelief, IHeedsWishes, ILooksAhead, IDisposable
{
    private const double LeastVenturing = 0.35;
    private const double MostVenturing = 0.9;

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
    /// <param name="judge">Says how likely an edit lasts; null: the model itself.</param>
    public static BeliefPolicy Sure(InferenceEngine engine, BeliefShape shape, double sure, SurvivalJudge? judge = null)
    {
        var guess = new BeliefGuess(engine, shape, sure, judge);
        return new BeliefPolicy(guess, guess);
    }

    /// <summary>Seats a model that is more or less bold, so that something can be learnt from what becomes of its edits: of what nobody does nothing is.</summary>
    /// <param name="engine">The model; must outlive the policy.</param>
    /// <param name="shape">The sites that it was made for.</param>
    /// <param name="judge">Says how likely an edit lasts; null: the model itself.</param>
    /// <param name="seed">Fixes how bold.</param>
    public static BeliefPolicy Venturing(InferenceEngine engine, BeliefShape shape, SurvivalJudge? judge, ulong seed) =>
        Sure(engine, shape, LeastVenturing + ((MostVenturing - LeastVenturing) * new SeededRandom(seed).NextDouble()), judge);

    /// <summary>Seats a model that does what a search finds best of what it is sure of.</summary>
    /// <param name="engine">The model; must outlive the policy.</param>
    /// <param name="shape">The sites that it was made for.</param>
    /// <param name="sure">How likely a change must be right to be weighed at all, 0.5 to 1.</param>
    /// <param name="options">How to look ahead.</param>
    /// <param name="seed">Fixes what is drawn.</param>
    /// <param name="clock">Tells when the time is up.</param>
    /// <param name="judge">Says how likely an edit lasts; null: the model itself.</param>
    public static BeliefPolicy Searching(
        InferenceEngine engine, BeliefShape shape, double sure, SearchOptions options, ulong seed, TimeProvider clock, SurvivalJudge? judge = null)
    {
        var guess = new BeliefGuess(engine, shape, sure, judge);
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

    /// <summary>Takes in what is seen without thinking about it, when it is known already what is done.</summary>
    public void Witness(in Observation observation) => _guess.Witness(observation);

    /// <inheritdoc/>
    public BuilderAction Act(in Observation observation) => _builder.Act(observation);

    /// <inheritdoc/>
    public void Dispose() => _guess.Dispose();
}
