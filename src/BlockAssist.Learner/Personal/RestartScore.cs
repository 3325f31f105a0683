using BlockAssist.Simulation.Episodes.Survival;

namespace BlockAssist.Learner.Personal;

/// <summary>What an assistant did where a session was played on, a restart on average.</summary>
/// <param name="Reward">The survival reward of its edits.</param>
/// <param name="Lasting">How many of them stood at the end and were right: help.</param>
/// <param name="Lost">How many did not: harm.</param>
public sealed record RestartScore(double Reward, double Lasting, double Lost)
{
    /// <summary>The mean over some restarts; null if there are none.</summary>
    public static RestartScore? Of(IReadOnlyList<SurvivalRecord> restarts)
    {
        ArgumentNullException.ThrowIfNull(restarts);
        return restarts.Count == 0 ? null : new RestartScore(
            restarts.Average(record => record.Total),
            restarts.Average(record => record.Fates.Count(fate => fate.StandsAtEnd)),
            restarts.Average(record => record.Fates.Count(fate => !fate.StandsAtEnd)));
    }

    /// <summary>How much more it is than another.</summary>
    public RestartScore Less(RestartScore other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new RestartScore(Reward - other.Reward, Lasting - other.Lasting, Lost - other.Lost);
    }
}
