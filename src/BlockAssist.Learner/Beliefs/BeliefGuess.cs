using System.Numerics.Tensors;
using BlockAssist.Learner.Inference;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Policies;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Beliefs;

/// <summary>Guesses the goal by a <see cref="BeliefNetwork"/>: what is likely enough is to be done.</summary>
/// <remarks>The network runs only when the site has changed. Allocates nothing once it knows the site. Belongs to one thread.</remarks>
public sealed class BeliefGuess : IGoalGuess, IDisposable
{
    private readonly InferenceRun _run;
    private readonly BuildTrace _trace = new();
    private readonly BeliefShape _shape;
    private readonly double _sure;
    private readonly Block[] _guess;
    private readonly int[] _ranks;
    private bool _begun;

    /// <summary>A guess.</summary>
    /// <param name="engine">The network; must outlive the guess.</param>
    /// <param name="shape">The sites that it was made for.</param>
    /// <param name="sure">How likely a change must be right to be made, 0.5 to 1.</param>
    public BeliefGuess(InferenceEngine engine, BeliefShape shape, double sure)
    {
        ArgumentNullException.ThrowIfNull(engine);
        (_run, _shape, _sure) = (engine.Run(1), shape, sure);
        _guess = new Block[shape.Size.Volume];
        _ranks = new int[shape.Size.Volume];
    }

    /// <summary>How likely each block is in each cell, in order of columns and levels: not normalised.</summary>
    public ReadOnlySpan<float> Scores => _run.Output(ServedBeliefNetwork.Scores);

    /// <summary>How many edits the others have made.</summary>
    public int OthersEdits => _trace.Edits;

    /// <summary>How often the network ran.</summary>
    public int Runs { get; private set; }

    /// <inheritdoc/>
    public void Reset() => _begun = false;

    /// <inheritdoc/>
    public ReadOnlySpan<Block> Guess(in Observation observation)
    {
        var isFirst = !_begun;
        if (isFirst)
        {
            _begun = true;
            _trace.Begin(observation.Builder);
        }

        if (_trace.Note(observation) > 0 || isFirst)
        {
            BeliefEncoder.Write(observation, _trace, _run.Input(ServedBeliefNetwork.Cells), _run.Input(ServedBeliefNetwork.Scene));
            _run.Execute();
            Runs++;
            Decide(observation);
        }

        return _guess;
    }

    /// <inheritdoc/>
    public int RankOf(int cell) => _ranks[cell];

    /// <inheritdoc/>
    public void Dispose() => _run.Dispose();

    private void Decide(in Observation observation)
    {
        Span<float> chances = stackalloc float[BeliefShape.Blocks];
        for (var cell = 0; cell < _guess.Length; cell++)
        {
            var block = observation.Blocks[cell];
            _guess[cell] = block;
            if (block == Block.Bedrock || _trace.IsRejected(cell))
            {
                continue;
            }

            TensorPrimitives.SoftMax(Scores.Slice(_shape.PlaceOf(observation.Size.PosOf(cell)) * BeliefShape.Answers, BeliefShape.Blocks), chances);
            var best = block == Block.Air ? Likeliest(chances) : Block.Air;
            var gain = block == Block.Air ? chances[(int)best] : 1 - chances[(int)block];
            if (gain > _sure)
            {
                _guess[cell] = block == Block.Air ? best : Block.Air;
                _ranks[cell] = gain > 0.97 ? 0 : gain > 0.9 ? 1 : 2;
            }
        }
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
