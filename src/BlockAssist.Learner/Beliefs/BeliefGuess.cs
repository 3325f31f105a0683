using BlockAssist.Learner.Beliefs.Survival;
using BlockAssist.Learner.Inference;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs;

/// <summary>Guesses the goal by a <see cref="BeliefNetwork"/>: what is likely enough is to be done.</summary>
/// <remarks>
/// What the model holds for likely is believed the less, the more of the builder's own work was undone in this episode (see
/// <see cref="TrackRecord"/>). The network runs only when the site has changed. Allocates nothing once it knows the site.
/// Belongs to one thread.
/// </remarks>
public sealed class BeliefGuess : IGoalGuess, IGoalBelief, IHeedsWishes, IDisposable
{
    // What is less likely is neither done nor shown, whatever became of others like it.
    private const float LeastJudged = 0.1f;

    private readonly InferenceRun _run;
    private readonly BuildTrace _trace = new();
    private readonly BeliefShape _shape;
    private readonly double _sure;
    private readonly Block[] _guess;
    private readonly int[] _ranks;
    private readonly CellBelief[] _beliefs;
    private readonly float[] _chances;
    private readonly TrackRecord _record;
    private readonly HelpWishes _wishes;
    private readonly EditFacts _facts;
    private readonly SurvivalJudge? _judge;
    private readonly float[] _told;
    private bool _begun;
    private bool _isDecided;
    private bool _isStale = true;

    /// <summary>A guess.</summary>
    /// <param name="engine">The network; must outlive the guess.</param>
    /// <param name="shape">The sites that it was made for.</param>
    /// <param name="sure">How likely a change must be right to be made, 0.5 to 1.</param>
    /// <param name="judge">Says how likely an edit lasts; null: as likely as the model holds it, in the light of this episode.</param>
    public BeliefGuess(InferenceEngine engine, BeliefShape shape, double sure, SurvivalJudge? judge = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        (_run, _shape, _sure, _judge) = (engine.Run(1), shape, sure, judge);
        _facts = new EditFacts(shape.Size);
        _told = new float[shape.Size.Volume * SurvivalJudge.Facts];
        _guess = new Block[shape.Size.Volume];
        _ranks = new int[shape.Size.Volume];
        _beliefs = new CellBelief[shape.Size.Volume];
        _chances = new float[shape.Size.Volume];
        _record = new TrackRecord(shape.Size.Volume);
        _wishes = new HelpWishes(shape.Size.Volume);
    }

    /// <summary>How likely each block is in each cell, in order of columns and levels: not normalised.</summary>
    public ReadOnlySpan<float> Scores => _run.Output(ServedBeliefNetwork.Scores);

    /// <summary>Whether somebody asked for an edit of a cell.</summary>
    public bool IsWanted(int cell) => _wishes[cell].Kind == CellWishKind.Wanted;

    /// <summary>How many edits the others have made.</summary>
    public int OthersEdits => _trace.Edits;

    /// <summary>How often the network ran.</summary>
    public int Runs { get; private set; }

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<CellBelief> Beliefs => _begun ? _beliefs : [];

    /// <inheritdoc/>
    public void Reset()
    {
        (_begun, _isDecided, _isStale) = (false, false, true);
        _record.Clear();
        _facts.Clear();
        _wishes.CopyFrom(new HelpWishes(_guess.Length));
        Version++;
    }

    /// <inheritdoc/>
    public void Heed(HelpWishes wishes)
    {
        _wishes.CopyFrom(wishes);
        _isDecided = false;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<Block> Guess(in Observation observation)
    {
        Witness(observation);
        var isNew = _isStale;
        if (isNew)
        {
            BeliefEncoder.Write(observation, _trace, _run.Input(ServedBeliefNetwork.Cells), _run.Input(ServedBeliefNetwork.Scene));
            _run.Execute();
            Runs++;
            _isStale = false;
        }

        if (isNew || !_isDecided)
        {
            _isDecided = true;
            Version++;
            Decide(observation, isNew);
        }

        return _guess;
    }

    /// <summary>Takes in what is seen without thinking about it: somebody else acts, or it is known already what is done.</summary>
    public void Witness(in Observation observation)
    {
        if (!_begun)
        {
            _begun = true;
            _trace.Begin(observation.Builder);
        }

        if (_trace.Note(observation) > 0)
        {
            NoteOwnWork();
            _isStale = true;
        }
    }

    /// <summary>What was told of the change that is believed of a cell; nothing of one that is too unlikely to be made.</summary>
    internal ReadOnlySpan<float> FactsOf(int cell) => _chances[cell] > LeastJudged ? _told.AsSpan(cell * SurvivalJudge.Facts, SurvivalJudge.Facts) : [];

    /// <inheritdoc/>
    public int RankOf(int cell) => _ranks[cell];

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();

    private void NoteOwnWork()
    {
        foreach (var cell in _trace.OwnChanges)
        {
            _record.Made(cell, _chances[cell], _trace.Edits);
        }

        foreach (var cell in _trace.Undone)
        {
            _record.Undone(cell);
        }

        _record.Settle(_trace.Edits);
    }

    // A wish changes what is done, not what is believed.
    private void Decide(in Observation observation, bool isNew)
    {
        Believe(observation, isNew);
        for (var cell = 0; cell < _guess.Length; cell++)
        {
            _guess[cell] = observation.Blocks[cell];
            if (_chances[cell] > 0)
            {
                _beliefs[cell] = _beliefs[cell] with { Chance = Judged(cell) };
                Answer(cell, observation.Blocks[cell], _beliefs[cell]);
            }
        }
    }

    // What the model holds of each cell, and what is told of the edits that may come of it.
    private void Believe(in Observation observation, bool isNew)
    {
        Span<float> chances = stackalloc float[BeliefShape.Blocks];
        for (var cell = 0; cell < _guess.Length; cell++)
        {
            var block = observation.Blocks[cell];
            Chances.Of(ScoresOf(cell)[..BeliefShape.Blocks], chances);
            _beliefs[cell] = block == Block.Bedrock || _trace.IsRejected(cell) || _wishes[cell].Kind == CellWishKind.Declined ? default : Change(block, chances);
            _chances[cell] = _beliefs[cell].Chance;
            if (isNew)
            {
                _facts.Note(cell, _beliefs[cell], 1 - chances[(int)Block.Air]);
            }
        }

        if (isNew)
        {
            Tell(observation);
        }
    }

    private void Tell(in Observation observation)
    {
        _facts.Survey(observation, _trace.Self);
        for (var cell = 0; cell < _guess.Length; cell++)
        {
            if (_chances[cell] > LeastJudged)
            {
                _facts.Write(observation, _trace, cell, _beliefs[cell], ScoresOf(cell)[BeliefShape.Blocks], _record.Shift, _told.AsSpan(cell * SurvivalJudge.Facts, SurvivalJudge.Facts));
            }
        }
    }

    private float Judged(int cell) => _judge is null || _chances[cell] <= LeastJudged ? _record.Of(_chances[cell]) : _judge.Of(FactsOf(cell));

    private ReadOnlySpan<float> ScoresOf(int cell) => Scores.Slice(_shape.PlaceOf(_shape.Size.PosOf(cell)) * BeliefShape.Answers, BeliefShape.Answers);

    private void Answer(int cell, Block block, CellBelief belief)
    {
        var wish = _wishes[cell];
        if (wish.Kind == CellWishKind.Wanted)
        {
            (_guess[cell], _ranks[cell]) = (block == Block.Air ? wish.Block : block, 0);
        }
        else if (wish.Kind == CellWishKind.None && !_wishes.OnlyWanted && belief.Chance > (_wishes.Sureness ?? _sure))
        {
            (_guess[cell], _ranks[cell]) = (belief.Block, belief.Chance > 0.97 ? 0 : belief.Chance > 0.9 ? 1 : 2);
        }
    }

    private static CellBelief Change(Block block, ReadOnlySpan<float> chances)
    {
        if (block != Block.Air)
        {
            return new CellBelief(Block.Air, 1 - chances[(int)block]);
        }

        var best = Likeliest(chances);
        return new CellBelief(best, chances[(int)best]);
    }

    private static Block Likeliest(ReadOnlySpan<float> chances)
    {
        var best = Palette.FirstPlaceable;
        foreach (var block in Palette.Placeable)
        {
            best = chances[(int)block] > chances[(int)best] ? block : best;
        }

        return best;
    }
}
