using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Standings;

/// <summary>A contribution, and what is said of it.</summary>
/// <param name="Id">By which the contract knows it.</param>
/// <param name="Contributor">Whose it is.</param>
/// <param name="Kind">What kind, by its number.</param>
/// <param name="Round">In which round.</param>
/// <param name="Demonstrations">The digest of the play.</param>
/// <param name="Update">The digest of what came of it.</param>
/// <param name="CountsInRound">In which round this work counts: another than its own where it was contributed before.</param>
/// <param name="Verdicts">What verifiers say of it, the first one first.</param>
/// <param name="Told">Where.</param>
public sealed record ToldContribution(
    Hash32 Id, Address Contributor, byte Kind, uint Round, Hash32 Demonstrations, Hash32 Update, uint CountsInRound, IReadOnlyList<ToldVerdict> Verdicts, ToldAt Told)
{
    /// <summary>Whether it is in the sums.</summary>
    public bool Counts => CountsInRound == Round;
}
