namespace BlockAssist.Learner.Personal;

/// <summary>What a model is worth that learnt from the first sessions of one person, beside the model for all.</summary>
/// <param name="Player">The person.</param>
/// <param name="Learnt">From how many of the person's sessions it learnt.</param>
/// <param name="Later">How much likelier it held what the person built in each of the later sessions, in nats a moment.</param>
/// <param name="Help">How much more of what was missing then it would have done right, less what it would have done wrong, in shares.</param>
/// <param name="Others">The same as of the later sessions, of each session of other people.</param>
/// <param name="Practice">The same of each episode of practice.</param>
/// <param name="Restarts">What more it did where later sessions were played on, session by session; of those with an assistant.</param>
/// <param name="Gate">The trial by the next session, which decides whether it would have come to play.</param>
public sealed record PersonalPoint(
    string Player,
    int Learnt,
    IReadOnlyList<double> Later,
    IReadOnlyList<double> Help,
    IReadOnlyList<double> Others,
    IReadOnlyList<double> Practice,
    IReadOnlyList<RestartScore> Restarts,
    PersonalTrial Gate)
{
    /// <summary>What was measured.</summary>
    /// <param name="player">The person.</param>
    /// <param name="learnt">From how many of the person's sessions it learnt.</param>
    /// <param name="later">What both models believed in each of the later sessions.</param>
    /// <param name="others">The same in each session of other people.</param>
    /// <param name="practice">The same in each episode of practice.</param>
    /// <param name="restarts">What more it did where later sessions were played on.</param>
    public static PersonalPoint Of(string player, int learnt, BeliefPairs later, BeliefPairs others, BeliefPairs practice, IReadOnlyList<RestartScore> restarts)
    {
        ArgumentNullException.ThrowIfNull(later);
        ArgumentNullException.ThrowIfNull(others);
        ArgumentNullException.ThrowIfNull(practice);
        return new PersonalPoint(
            player,
            learnt,
            later.InStretches(1, BeliefPairs.Nats),
            later.InStretches(1, BeliefPairs.Help),
            others.InStretches(1, BeliefPairs.Nats),
            practice.InStretches(1, BeliefPairs.Nats),
            restarts,
            PersonalTrial.Of(later.Of(0, 1), practice));
    }
}
