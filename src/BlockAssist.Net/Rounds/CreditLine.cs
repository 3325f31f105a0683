using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Rounds;

/// <summary>What a peer is credited for a round, and why.</summary>
/// <param name="Peer">Who.</param>
/// <param name="Reason">Why.</param>
/// <param name="Amount">How much of the round's budget.</param>
/// <param name="Segments">How many segments it did.</param>
/// <param name="Examples">From how many examples it learnt.</param>
/// <param name="Gain">By how much its update makes the model better at what nobody had seen.</param>
/// <param name="Weight">How much it counted in the merge.</param>
public sealed record CreditLine(PeerId Peer, CreditReason Reason, double Amount, int Segments, long Examples, double Gain, double Weight)
{
    /// <summary>How many cells people built in the play that was new with it.</summary>
    public int Built { get; init; }
}
