using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Outboxes;

/// <summary>How a contribution is, or was, submitted.</summary>
/// <param name="Account">By which account.</param>
/// <param name="Round">To which round.</param>
/// <param name="Parent">The model with which the round begins.</param>
/// <param name="Id">By which the contract knows it then.</param>
public sealed record Submission(Address Account, uint Round, Hash32 Parent, Hash32 Id)
{
    /// <summary>Work that an account submits to a round.</summary>
    public static Submission Of(Work work, ContractPlace place, Address account, ChainRound round)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(round);
        return new Submission(account, round.Number, round.Parent, work.IdIn(place, account, round.Number, round.Parent));
    }
}
