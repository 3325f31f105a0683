using BlockAssist.Learner.Data;
using BlockAssist.Learner.Views;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Learner.Policies;

/// <summary>Chooses what to do in a turn from a network's answer and the masks.</summary>
/// <remarks>
/// p(action) = p(kind) · p(cell | kind) · p(block | cell), as in training; what the masks forbid is never chosen. Allocates
/// nothing. Belongs to one thread.
/// </remarks>
/// <param name="style">By what scores are divided before each draw.</param>
internal sealed class TurnChoice(PlayStyle style)
{
    // A hundredth of a nat apart is then certainty.
    private const double LeastSlips = 1e-3;

    private readonly float _scale = style.Temperature == 0 ? 1 : (float)(1 / style.Temperature);
    private readonly float _aim = style.Temperature == 0 ? 1 : (float)(1 / Math.Max(style.Slips, LeastSlips));

    private readonly float[] _types = new float[ViewShape.Types];
    private readonly float[] _place = new float[ViewShape.Cells];
    private readonly float[] _break = new float[ViewShape.Cells];
    private readonly float[] _blocks = new float[ViewShape.Blocks];

    /// <summary>Chooses.</summary>
    /// <param name="view">What the builder sees.</param>
    /// <param name="scores">What the network answers.</param>
    /// <param name="random">What draws; not used if the likeliest is taken.</param>
    public Turn Choose(in View view, in HumanScores scores, SeededRandom random)
    {
        Take(scores.Types, 0, 1, _scale, _types);
        _types[(int)ActionType.Noop] += (float)Math.Log(Math.Max(style.Pauses, double.Epsilon));
        Take(scores.Cells, 0, 2, _aim, _place);
        Take(scores.Cells, 1, 2, _aim, _break);
        return style.Temperature == 0 ? Likeliest(view, scores) : Draw(view, scores, random);
    }

    private Turn Draw(in View view, in HumanScores scores, SeededRandom random)
    {
        var type = (ActionType)new MaskedChoice(_types, view.Types).Draw(random);
        switch (type)
        {
            case ActionType.Place:
                var cell = new MaskedChoice(_place, view.Place).Draw(random);
                return Chosen(type, cell, Blocks(view, scores, view.Goal[cell], _aim).Draw(random));
            case ActionType.Break:
                return Chosen(type, new MaskedChoice(_break, view.Break).Draw(random), 0);
            default:
                return Chosen(type, 0, 0);
        }
    }

    private Turn Likeliest(in View view, in HumanScores scores)
    {
        var types = new MaskedChoice(_types, view.Types);
        var best = (Log: double.NegativeInfinity, Turn: default(Turn));
        for (var type = 0; type < ViewShape.Types; type++)
        {
            if (view.Types[type] == 0)
            {
                continue;
            }

            var (log, turn) = LikeliestOf((ActionType)type, view, scores);
            log += types.LogOf(type);
            best = log > best.Log ? (log, turn) : best;
        }

        return best.Turn;
    }

    private (double Log, Turn Turn) LikeliestOf(ActionType type, in View view, in HumanScores scores) => type switch
    {
        ActionType.Place => LikeliestPlacement(view, scores),
        ActionType.Break => LikeliestBreak(view),
        _ => (0, Chosen(type, 0, 0)),
    };

    private (double Log, Turn Turn) LikeliestBreak(in View view)
    {
        var cells = new MaskedChoice(_break, view.Break);
        var cell = cells.Likeliest();
        return (cells.LogOf(cell), Chosen(ActionType.Break, cell, 0));
    }

    // The block depends on nothing of the cell but on what the goal has there: of the cells with one goal, the likeliest will do.
    private (double Log, Turn Turn) LikeliestPlacement(in View view, in HumanScores scores)
    {
        var cells = new MaskedChoice(_place, view.Place);
        var best = (Log: double.NegativeInfinity, Turn: default(Turn));
        for (byte goal = 0; goal <= ViewShape.NoBlock; goal++)
        {
            var cell = LikeliestWithGoal(view, goal);
            if (cell < 0)
            {
                continue;
            }

            var blocks = Blocks(view, scores, goal, 1);
            var block = blocks.Likeliest();
            var log = cells.LogOf(cell) + blocks.LogOf(block);
            best = log > best.Log ? (log, Chosen(ActionType.Place, cell, block)) : best;
        }

        return best;
    }

    private int LikeliestWithGoal(in View view, byte goal)
    {
        var best = -1;
        for (var cell = 0; cell < ViewShape.Cells; cell++)
        {
            if (view.Place[cell] != 0 && view.Goal[cell] == goal && (best < 0 || _place[cell] > _place[best]))
            {
                best = cell;
            }
        }

        return best;
    }

    private MaskedChoice Blocks(in View view, in HumanScores scores, byte goal, float scale)
    {
        Take(scores.Blocks, 0, 2, scale, _blocks);
        if (goal != ViewShape.NoBlock)
        {
            _blocks[goal] += scale * scores.Blocks[(2 * goal) + 1];
        }

        return new MaskedChoice(_blocks, view.Offered);
    }

    private static void Take(ReadOnlySpan<float> scores, int first, int stride, float scale, float[] taken)
    {
        for (var i = 0; i < taken.Length; i++)
        {
            taken[i] = scale * scores[first + (stride * i)];
        }
    }

    private static Turn Chosen(ActionType type, int cell, int block) => new((byte)type, (short)cell, (byte)block, 1, false);
}
