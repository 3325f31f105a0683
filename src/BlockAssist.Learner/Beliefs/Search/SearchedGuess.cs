using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs.Search;

/// <summary>Of what a model believes in, what is worth doing now: weighed by looking ahead.</summary>
/// <remarks>Looks ahead only when the site has changed. Allocates nothing once it knows the site. Belongs to one thread.</remarks>
public sealed class SearchedGuess : IGoalGuess
{
    // Whoever has not built yet, or rests, may go on any moment.
    private const float QuickestEdit = 1.5f;
    private const float SlowestEdit = 12;

    private readonly BeliefGuess _belief;
    private readonly BeliefShape _shape;
    private readonly AssistanceSearch _search;
    private readonly SearchProblem _problem = new();
    private readonly Block[] _guess;
    private readonly int[] _ranks;
    private readonly ulong _seed;
    private SeededRandom _random;
    private int _searched = -1;

    /// <summary>Looks ahead of a belief.</summary>
    /// <param name="belief">What is believed; its bound is the least that anything must be likely to be weighed.</param>
    /// <param name="shape">The sites that it is for.</param>
    /// <param name="search">How to look ahead.</param>
    /// <param name="seed">Fixes what is drawn.</param>
    public SearchedGuess(BeliefGuess belief, BeliefShape shape, AssistanceSearch search, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(belief);
        ArgumentNullException.ThrowIfNull(search);
        (_belief, _shape, _search, _seed) = (belief, shape, search, seed);
        (_guess, _ranks) = (new Block[shape.Size.Volume], new int[shape.Size.Volume]);
        _random = new SeededRandom(seed);
    }

    /// <summary>How many simulations all decisions took so far.</summary>
    public long Simulations { get; private set; }

    /// <inheritdoc/>
    public void Reset()
    {
        _belief.Reset();
        _random = new SeededRandom(_seed);
        _searched = -1;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<Block> Guess(in Observation observation)
    {
        var believed = _belief.Guess(observation);
        if (_belief.Version != _searched)
        {
            _searched = _belief.Version;
            State(observation, believed);
            var best = _search.Decide(_problem, _random);
            Simulations += _search.Simulations;
            Choose(observation, believed, best);
        }

        return _guess;
    }

    /// <inheritdoc/>
    public int RankOf(int cell) => _ranks[cell];

    private void State(in Observation observation, ReadOnlySpan<Block> believed)
    {
        _problem.Clear();
        _problem.At = observation.Locations[observation.Builder].Cell;
        _problem.StepsAnEdit = Math.Clamp(observation.Timestep / (float)Math.Max(1, _belief.OthersEdits), QuickestEdit, SlowestEdit);
        Span<float> chances = stackalloc float[BeliefShape.Blocks];
        var beliefs = _belief.Beliefs;
        for (var cell = 0; cell < believed.Length; cell++)
        {
            var at = _shape.Size.PosOf(cell);
            var scores = _belief.Scores.Slice(_shape.PlaceOf(at) * BeliefShape.Answers, BeliefShape.Answers);
            var soon = 1 / (1 + MathF.Exp(-scores[BeliefShape.Blocks]));
            var (now, then) = (observation.Blocks[cell], believed[cell]);
            if (now == then)
            {
                _problem.SoonElsewhere += soon;
                continue;
            }

            Chances.Of(scores[..BeliefShape.Blocks], chances);
            var right = beliefs[cell].Chance;
            var other = then == Block.Air ? 0 : 1 - right - chances[(int)Block.Air];
            _problem.Add(new PossibleEdit(cell, at, then, right, Math.Max(0, other), soon));
        }
    }

    private void Choose(in Observation observation, ReadOnlySpan<Block> believed, int best)
    {
        observation.Blocks.CopyTo(_guess);
        if (best >= 0)
        {
            ChooseAmong(best);
        }

        for (var cell = 0; cell < believed.Length; cell++)
        {
            if (_belief.IsWanted(cell))
            {
                (_guess[cell], _ranks[cell]) = (believed[cell], 0);
            }
        }
    }

    private void ChooseAmong(int best)
    {
        var visits = _search.Visits;
        var gains = _search.Gains;
        var edits = _problem.Edits;
        var waiting = gains[^1];
        for (var edit = 0; edit < edits.Length; edit++)
        {
            if (edit == best || (visits[edit] > 0 && !(gains[edit] < waiting)))
            {
                _guess[edits[edit].Cell] = edits[edit].Block;
                _ranks[edits[edit].Cell] = edit == best ? 0 : 1 + visits[best] - visits[edit];
            }
        }
    }
}
