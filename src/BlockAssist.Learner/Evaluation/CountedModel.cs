using BlockAssist.Learner.Data;
using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Evaluation;

/// <summary>A model that counts: the kind of action by the two kinds before it, the cell among those that are right to edit.</summary>
/// <remarks>
/// Placements: all but a share of <see cref="Slip"/> goes in equal parts to the cells where the goal's block can be placed;
/// breaks likewise. Where no edit of a kind is right, that kind keeps a share of <see cref="Slip"/> of what was counted.
/// People differ most in how often they pause; so it goes on counting in the demonstration that it is scored by.
/// </remarks>
public sealed class CountedModel : ITurnModel
{
    /// <summary>The share of edits that are not what the goal asks for.</summary>
    public const double Slip = 0.03;

    private const int Kinds = ViewShape.Types;
    private const double Prior = 1;

    private readonly double[] _learnt = new double[Kinds * Kinds * Kinds];
    private readonly double[] _counts = new double[Kinds * Kinds * Kinds];
    private readonly double _own;
    private int _last;
    private int _before;

    private CountedModel(double own)
    {
        _own = own;
        Array.Fill(_learnt, Prior);
    }

    /// <summary>Counts what was done in a set.</summary>
    /// <param name="set">The set.</param>
    /// <param name="own">How much a turn of the demonstration counts that the model is scored by, once it is scored; 0 for nothing.</param>
    public static CountedModel Of(DemonstrationSet set, double own = 2)
    {
        ArgumentNullException.ThrowIfNull(set);
        var model = new CountedModel(own);
        foreach (var demonstration in set.Demonstrations)
        {
            model.Reset();
            ImitationEvaluation.ForEachStretch(demonstration, (_, turns) => model.Count(turns));
        }

        model.Reset();
        return model;
    }

    /// <inheritdoc/>
    public void Reset()
    {
        (_last, _before) = (0, 0);
        _learnt.CopyTo(_counts, 0);
    }

    /// <inheritdoc/>
    public void Score(ViewBatch views, ReadOnlySpan<Turn> turns, Span<TurnScore> scores)
    {
        ArgumentNullException.ThrowIfNull(views);
        for (var i = 0; i < turns.Length; i++)
        {
            scores[i] = Score(views[i], turns[i]);
            _counts[At(turns[i].Type)] += _own * turns[i].Weight;
            Remember(turns[i]);
        }
    }

    private void Count(Turn[] turns)
    {
        foreach (var turn in turns)
        {
            _learnt[At(turn.Type)] += turn.Weight;
            Remember(turn);
        }
    }

    private TurnScore Score(in View view, Turn done)
    {
        var place = new Choices(view, view.Place, placing: true);
        var breaks = new Choices(view, view.Break, placing: false);
        Span<double> kinds = stackalloc double[Kinds];
        var all = WriteKinds(view, kinds, place, breaks);
        var likelihood = kinds[done.Type] / all * (done.Type switch
        {
            1 => place.Of(view, done),
            2 => breaks.Of(view, done),
            _ => 1,
        });
        kinds[1] *= place.Best;
        kinds[2] *= breaks.Best;
        var top = 0.0;
        foreach (var one in kinds)
        {
            top = Math.Max(top, one / all);
        }

        // Of cells that are equally likely one is as good a guess as any.
        var equals = done.Type switch { 1 => Math.Max(place.Right, 1), 2 => Math.Max(breaks.Right, 1), _ => 1 };
        return new TurnScore(Math.Log(likelihood), likelihood >= top - 1e-12 ? 1.0 / equals : 0);
    }

    /// <summary>Writes how likely each kind of action is, not yet divided by their sum, which it returns.</summary>
    private double WriteKinds(in View view, Span<double> kinds, in Choices place, in Choices breaks)
    {
        var all = 0.0;
        for (var kind = 0; kind < Kinds; kind++)
        {
            var isWrong = (kind == 1 && place.Right == 0) || (kind == 2 && breaks.Right == 0);
            kinds[kind] = view.Types[kind] * _counts[At(kind)] * (isWrong ? Slip : 1);
            all += kinds[kind];
        }

        return all;
    }

    private int At(int kind) => (((_before * Kinds) + _last) * Kinds) + kind;

    private void Remember(Turn turn) => (_before, _last) = (_last, turn.Type);

    /// <summary>The cells that can be edited: how many rightly, how many not.</summary>
    private readonly ref struct Choices
    {
        private readonly bool _placing;
        private readonly double _all;

        public Choices(in View view, ReadOnlySpan<byte> mask, bool placing)
        {
            _placing = placing;
            for (var cell = 0; cell < mask.Length; cell++)
            {
                _all += mask[cell];
                Right += mask[cell] != 0 && IsRight(view, cell, placing) ? 1 : 0;
            }

            _all *= placing ? view.Offered.Count((byte)1) : 1;
        }

        public int Right { get; }

        public double Best => Right > 0 ? (1 - Slip) / Right : 1 / Math.Max(_all, 1);

        public double Of(in View view, Turn done)
        {
            var right = IsRight(view, done.Cell, _placing) && (!_placing || view.Goal[done.Cell] == done.Block);
            return Right == 0 ? 1 / _all : right ? (1 - Slip) / Right : Slip / Math.Max(_all - Right, 1);
        }

        private static bool IsRight(in View view, int cell, bool placing)
        {
            var facts = view.Cells.Slice(cell * ViewShape.CellFacts, ViewShape.CellFacts);
            return placing
                ? facts[(int)CellFact.Missing] > 0 && view.Goal[cell] != ViewShape.NoBlock && view.Offered[view.Goal[cell]] != 0
                : facts[(int)CellFact.Surplus] + facts[(int)CellFact.Wrong] > 0;
        }
    }
}
