using BlockAssist.Learner.Data;
using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Evaluation;

/// <summary>Scores models by demonstrations that they have not learnt from.</summary>
public static class ImitationEvaluation
{
    private const int AtOnce = 256;

    /// <summary>Scores a model by each demonstration of a set, from its first turn to its last.</summary>
    public static ImitationReport Of(ITurnModel model, DemonstrationSet set, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(set);
        var sums = (All: new ImitationScore.Sum(), Chosen: new ImitationScore.Sum(), Acting: new ImitationScore.Sum());
        var masked = 0;
        foreach (var demonstration in set.Demonstrations)
        {
            model.Reset();
            ForEachStretch(demonstration, (views, turns) =>
            {
                cancellation.ThrowIfCancellationRequested();
                var scores = new TurnScore[turns.Length];
                model.Score(views, turns, scores);
                for (var i = 0; i < turns.Length; i++)
                {
                    masked += turns[i].Weight == 0 ? 1 : 0;
                    Add(sums, turns[i], scores[i]);
                }
            });
        }

        return new ImitationReport(sums.All.Score(), sums.Chosen.Score(), sums.Acting.Score(), masked);
    }

    /// <summary>Shows a demonstration from its first turn to its last, in stretches.</summary>
    internal static void ForEachStretch(Demonstration demonstration, Action<ViewBatch, Turn[]> show)
    {
        var reader = new DemonstrationReader(demonstration, Symmetry.Identity);
        for (var left = demonstration.Turns; left > 0; left -= AtOnce)
        {
            var views = new ViewBatch(Math.Min(left, AtOnce));
            var turns = new Turn[views.Capacity];
            for (var i = 0; i < turns.Length; i++)
            {
                reader.Read(views, i, out turns[i]);
            }

            show(views, turns);
        }
    }

    private static void Add((ImitationScore.Sum All, ImitationScore.Sum Chosen, ImitationScore.Sum Acting) sums, Turn turn, TurnScore score)
    {
        if (turn.Weight == 0)
        {
            return;
        }

        sums.All.Add(score);
        if (!turn.IsPadding)
        {
            sums.Chosen.Add(score);
        }

        if (turn.Type != 0)
        {
            sums.Acting.Add(score);
        }
    }
}
