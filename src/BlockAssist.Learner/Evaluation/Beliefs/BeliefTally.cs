using System.Numerics.Tensors;
using BlockAssist.Learner.Beliefs;
using BlockAssist.Learner.Beliefs.Lessons;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Evaluation.Beliefs;

/// <summary>What was believed at moments at which about as much stood, and what came of it.</summary>
internal sealed class BeliefTally
{
    // What is likelier than this to be placed somewhere counts as a change that is believed in.
    private const float Considered = 0.05f;
    private const float Least = 1e-9f;

    private readonly long[] _outcomes = new long[Palette.Count * BaseRate.Levels * Palette.Count];

    /// <summary>How many moments.</summary>
    public int Moments { get; private set; }

    /// <summary>How unlikely what stood in the end was, in nats over all cells of all moments.</summary>
    public double Nats { get; private set; }

    /// <summary>How many blocks were missing.</summary>
    public long Missing { get; private set; }

    /// <summary>How likely the likeliest block of each cell was said to be.</summary>
    public Reliability All { get; } = new();

    /// <summary>How likely the likeliest block was said to be that may be placed in an empty cell, where there was any doubt.</summary>
    public Reliability Placements { get; } = new();

    /// <summary>What was surer than each bound to be placed.</summary>
    public SurePlacements[] Sure { get; } = [.. BeliefReport.Bounds.Select(bound => new SurePlacements(bound))];

    /// <summary>How often a cell with a block at a level ended with each block.</summary>
    public ReadOnlySpan<long> Outcomes => _outcomes;

    /// <summary>Takes in a moment.</summary>
    /// <param name="batch">The moments.</param>
    /// <param name="moment">Which of them.</param>
    /// <param name="scores">What the network answered to it.</param>
    public void Add(BeliefBatch batch, int moment, ReadOnlySpan<float> scores)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Moments++;
        var blocks = batch.Of(batch.Blocks, moment);
        var goal = batch.Of(batch.Goal, moment);
        Span<float> chances = stackalloc float[BeliefShape.Blocks];
        for (var place = 0; place < blocks.Length; place++)
        {
            Chances.Of(scores.Slice(place * BeliefShape.Answers, BeliefShape.Blocks), chances);
            Add(blocks[place], goal[place], chances);
            _outcomes[BaseRate.PlaceOf(blocks[place], place % batch.Shape.Size.Height, goal[place])]++;
        }
    }

    /// <summary>Takes in what another counted.</summary>
    public void Add(BeliefTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        (Moments, Nats, Missing) = (Moments + other.Moments, Nats + other.Nats, Missing + other.Missing);
        All.Add(other.All);
        Placements.Add(other.Placements);
        TensorPrimitives.Add(_outcomes, other._outcomes, _outcomes);
        for (var bound = 0; bound < Sure.Length; bound++)
        {
            Sure[bound].Add(other.Sure[bound]);
        }
    }

    private void Add(byte block, byte goal, ReadOnlySpan<float> chances)
    {
        Nats -= Math.Log(Math.Max(chances[goal], Least));
        var likeliest = TensorPrimitives.IndexOfMax(chances);
        All.Add(chances[likeliest], likeliest == goal);
        if (block != (byte)Block.Air)
        {
            return;
        }

        Missing += goal != (byte)Block.Air ? 1 : 0;
        var first = (int)Palette.FirstPlaceable;
        var best = first + TensorPrimitives.IndexOfMax(chances[first..]);
        if (chances[best] > Considered)
        {
            Placements.Add(chances[best], best == goal);
        }

        foreach (var sure in Sure)
        {
            sure.Add(chances[best], best == goal);
        }
    }
}
