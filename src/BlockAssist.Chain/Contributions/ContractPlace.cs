using System.Globalization;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contributions;

/// <summary>Where a contract is.</summary>
/// <param name="ChainId">On which chain.</param>
/// <param name="Contract">At which address.</param>
public sealed record ContractPlace(ulong ChainId, Address Contract)
{
    private static readonly AbiTuple Binding = AbiFunction.Parse("binding(string,uint256,address,address,bytes32)").Inputs;

    /// <summary>What a peer's key signs to say that an account speaks for it: <c>bindingMessage</c>.</summary>
    public Hash32 BindingMessage(Address account, Hash32 key) => Keccak256.Of(Binding.EncodeParts("blockassist-binding/1", ChainId, Contract, account, key));

    /// <summary>The contract and its chain, as <c>0x…@31337</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Contract}@{ChainId}");
}
