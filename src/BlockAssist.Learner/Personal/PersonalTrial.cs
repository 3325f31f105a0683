using BlockAssist.Learner.Evaluation;

namespace BlockAssist.Learner.Personal;

/// <summary>A candidate against the model that plays, moment by moment: on sessions that neither learnt from, and on practice.</summary>
/// <param name="Sessions">How much likelier the candidate held what the player built: the player's next sessions, in nats a moment.</param>
/// <param name="Help">How much more of what was missing it would have done right, less what it would have done wrong, in shares.</param>
/// <param name="Practice">The same as of the sessions, of practice: whether others are served worse.</param>
/// <param name="Allowance">How much worse practice may be, in nats a moment.</param>
public sealed record PersonalTrial(Estimate Sessions, Estimate Help, Estimate Practice, double Allowance)
{
    // A session is one house: its moments hang together, so they count by stretches.
    private const int Stretches = 10;
    private const double AllowedShare = 0.02;

    /// <summary>How much better the candidate's judge foresaw which edits last in the player's next sessions, in nats an edit; null where too few edits tell.</summary>
    public Estimate? Fates { get; init; }

    /// <summary>Whether the candidate may play: surely better for the player, not surely worse at what the player will keep, and surely not much worse for others.</summary>
    public bool IsPassed => Sessions.Low > 0 && Practice.Low > -Allowance && Fates is not { High: < 0 };

    /// <summary>Compares.</summary>
    /// <param name="sessions">What both believed in each of the sessions.</param>
    /// <param name="practice">What both believed in each of the episodes of practice.</param>
    public static PersonalTrial Of(BeliefPairs sessions, BeliefPairs practice)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(practice);
        return new PersonalTrial(
            Estimate.Of(sessions.InStretches(Stretches, BeliefPairs.Nats))!,
            Estimate.Of(sessions.InStretches(Stretches, BeliefPairs.Help))!,
            Estimate.Of(practice.InStretches(1, BeliefPairs.Nats))!,
            AllowedShare * practice.PlayingNats);
    }
}
