using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Standings;

/// <summary>Something that the contract tells.</summary>
/// <param name="Name">The event.</param>
/// <param name="Values">What it tells, in the order of its inputs.</param>
internal sealed record ToldEvent(string Name, params object[] Values)
{
    /// <summary>What of it the contract tells only once.</summary>
    public IEnumerable<string> Once => Name switch
    {
        "ContributionSubmitted" or "BatchSubmitted" or "RoundOpened" or "RoundSettled" or "PeerBarred" => [$"{Name} {Values[0]}"],
        "Attested" => [$"{Name} {Values[0]} {Values[1]}"],
        "CreditClaimed" => [$"{Name} {Values[0]} {Values[2]}"],
        "PeerConfirmed" => [$"{Name} {Values[0]}", $"{Name} {Values[1]}"],
        _ => [],
    };

    public static Hash32 Parent(uint round) => Some.Hash((int)round + 1000);

    public static Hash32 IdOf(Address contributor, uint round, Work work) => work.IdIn(EventChain.Place, contributor, round, Parent(round));

    public static ToldEvent Submitted(Address contributor, uint round, Work work) =>
        new("ContributionSubmitted", IdOf(contributor, round, work), contributor, round, (byte)work.Kind, work.Demonstrations, work.Update);

    public static ToldEvent Batch(Address contributor, uint round, int number, uint count) =>
        new("BatchSubmitted", Keccak256.Of($"batch {contributor} {round} {number}"), contributor, round, Some.Hash(number), count);

    public static ToldEvent Attested(Hash32 id, Address verifier, bool accepts, uint score) => new("Attested", id, verifier, accepts, score);

    public static ToldEvent Opened(uint round, Wei pool) => new("RoundOpened", round, Parent(round), 100UL, 200UL, 300UL, pool);

    public static ToldEvent Settled(uint round, Hash32 model, Hash32 record, Wei credited) => new("RoundSettled", round, model, record, Some.Hash(7), credited);

    public static ToldEvent Claimed(uint round, Address account, int line, Wei amount) => new("CreditClaimed", round, account, line, amount);

    public static ToldEvent Confirmed(Address account, Hash32 key) => new("PeerConfirmed", account, key);

    public static ToldEvent Barred(Address account, Hash32 key, Hash32 evidence) => new("PeerBarred", account, key, evidence);

    public static ToldEvent Slashed(Address verifier, Wei amount, Hash32 evidence) => new("BondSlashed", verifier, amount, evidence);

    public static ToldEvent Withdrawn(Address account, Wei amount) => new("Withdrawn", account, amount);
}
