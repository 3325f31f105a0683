using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions;

/// <summary>What somebody did, by digests.</summary>
/// <param name="Kind">What kind of work.</param>
/// <param name="Demonstrations">The digest of the play that it is, or that was learnt from.</param>
/// <param name="Update">The digest of what came of it; zero where nothing did.</param>
public sealed record Work(WorkKind Kind, Hash32 Demonstrations, Hash32 Update)
{
    private static readonly AbiTuple Content = AbiFunction.Parse("content(string,uint8,bytes32,bytes32)").Inputs;
    private static readonly AbiTuple Named = AbiFunction.Parse("id(uint256,address,address,uint8,uint32,bytes32,bytes32,bytes32)").Inputs;

    /// <summary>By which the same work is known, on whichever chain and in whichever round it is told.</summary>
    public Hash32 ContentId => Keccak256.Of(Content.EncodeParts("blockassist-content/1", (int)Kind, Demonstrations, Update));

    /// <summary>By which the contract knows it: <c>contributionId</c>.</summary>
    /// <param name="place">Which contract.</param>
    /// <param name="contributor">Whose work.</param>
    /// <param name="round">In which round.</param>
    /// <param name="parent">The model with which the round begins.</param>
    public Hash32 IdIn(ContractPlace place, Address contributor, uint round, Hash32 parent)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Keccak256.Of(Named.EncodeParts(place.ChainId, place.Contract, contributor, (int)Kind, round, parent, Demonstrations, Update));
    }

    internal object[] InRound(uint round, Hash32 parent) => [(int)Kind, round, parent, Demonstrations, Update];
}
