using BlockAssist.Learner.Data;
using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Evaluation;

/// <summary>Something that foretells turns and can be scored.</summary>
public interface ITurnModel
{
    /// <summary>Forgets everything, before another demonstration.</summary>
    void Reset();

    /// <summary>Scores turns that follow each other.</summary>
    /// <param name="views">What was seen, turn by turn.</param>
    /// <param name="turns">What was done.</param>
    /// <param name="scores">Where to, turn by turn.</param>
    void Score(ViewBatch views, ReadOnlySpan<Turn> turns, Span<TurnScore> scores);
}
