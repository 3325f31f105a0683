using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions;

/// <summary>What a verifier says of a contribution.</summary>
/// <param name="Contribution">By which the contract knows it.</param>
/// <param name="Accepts">Whether it is what it says it is.</param>
/// <param name="Score">What it is worth, in whatever unit verifiers agree on; counts where it is accepted.</param>
/// <param name="Salt">What nobody else can guess until it is shown.</param>
public sealed record Verdict(Hash32 Contribution, bool Accepts, uint Score, Hash32 Salt)
{
    private static readonly AbiTuple Hidden = AbiFunction.Parse("hidden(bytes32,address,bool,uint32,bytes32)").Inputs;

    /// <summary>What is on the chain before it is shown.</summary>
    public Hash32 CommitmentOf(Address verifier) => Keccak256.Of(Hidden.EncodeParts(Contribution, verifier, Accepts, Score, Salt));
}
