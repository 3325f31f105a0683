using BlockAssist.Learner.Data;
using BlockAssist.Learner.Views;

namespace BlockAssist.Learner.Evaluation;

/// <summary>Models that know next to nothing: what any learned one must beat.</summary>
public static class Baselines
{
    /// <summary>Every action that the mask allows is as likely as any other.</summary>
    public static ITurnModel Uniform { get; } = new Simple((views, turn, done, _) =>
    {
        var allowed = views.AllowedCount(turn);
        return new TurnScore(-Math.Log(allowed), 1.0 / allowed);
    });

    /// <summary>Nothing is ever done.</summary>
    /// <remarks>It gives what is done no probability at all; its cross-entropy is infinite.</remarks>
    public static ITurnModel Noop { get; } = new Simple((_, _, done, _) => Sure(done.Type == 0));

    /// <summary>What was done last is done again; if the mask forbids it, nothing.</summary>
    public static ITurnModel Repeat { get; } = new Simple((_, _, done, before) => Sure(IsRepeat(done, before)));

    private static TurnScore Sure(bool hit) => new(hit ? 0 : double.NegativeInfinity, hit ? 1 : 0);

    // An edit cannot be repeated: the cell is no longer what it was. What is left are no-ops and moves.
    private static bool IsRepeat(Turn done, Turn before) =>
        done.Type == before.Type && done.Type is 0 or > 2;

    private sealed class Simple(Func<ViewBatch, int, Turn, Turn, TurnScore> score) : ITurnModel
    {
        private Turn _before;

        public void Reset() => _before = default;

        public void Score(ViewBatch views, ReadOnlySpan<Turn> turns, Span<TurnScore> scores)
        {
            for (var i = 0; i < turns.Length; i++)
            {
                scores[i] = score(views, i, turns[i], _before);
                _before = turns[i];
            }
        }
    }
}
