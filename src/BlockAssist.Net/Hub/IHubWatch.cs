using BlockAssist.Net.Rounds;

namespace BlockAssist.Net.Hub;

/// <summary>Is told by a coordinator how rounds go, in the process that drives them; it is not to keep it waiting, and throws nothing.</summary>
public interface IHubWatch
{
    /// <summary>Something happened in a round: it is in the log, and counts. What was already in the log at the start is not told again.</summary>
    /// <param name="round">The round.</param>
    /// <param name="happened">What.</param>
    /// <param name="after">How long after it was asked for; null where nobody asked.</param>
    void Happened(ulong round, RoundEvent happened, TimeSpan? after);

    /// <summary>How the swarm stands; said twice a second at most.</summary>
    void Stands(RoundNow standing);
}

/// <summary>How a swarm stands.</summary>
/// <param name="Round">The round that is open or next.</param>
/// <param name="Stage">Where it is; closed if it opens when somebody asks for work.</param>
/// <param name="Peers">How many peers have a lease in it.</param>
public readonly record struct RoundNow(ulong Round, RoundStage Stage, int Peers);
