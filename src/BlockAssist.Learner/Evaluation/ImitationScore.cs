namespace BlockAssist.Learner.Evaluation;

/// <summary>How well a model foresaw many turns.</summary>
/// <param name="Turns">How many were scored.</param>
/// <param name="CrossEntropy">Nats a turn.</param>
/// <param name="Accuracy">The share of turns whose likeliest action was the one done.</param>
public sealed record ImitationScore(int Turns, double CrossEntropy, double Accuracy)
{
    /// <summary>The score over the turns of all scores.</summary>
    internal static ImitationScore Mean(IReadOnlyList<ImitationScore> scores)
    {
        var turns = scores.Sum(score => score.Turns);
        return new ImitationScore(
            turns,
            scores.Sum(score => score.Turns * score.CrossEntropy) / Math.Max(turns, 1),
            scores.Sum(score => score.Turns * score.Accuracy) / Math.Max(turns, 1));
    }

    /// <summary>Adds up turns.</summary>
    internal sealed class Sum
    {
        private int _turns;
        private double _nats;
        private double _hits;

        public void Add(TurnScore score)
        {
            _turns++;
            _nats -= score.LogProbability;
            _hits += score.IsLikeliest;
        }

        public ImitationScore Score() => new(_turns, _nats / Math.Max(_turns, 1), _hits / Math.Max(_turns, 1));
    }
}
