using BlockAssist.Chain.Rlp;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Signing;

/// <summary>Where a contract will be that a transaction makes.</summary>
public static class CreatedContract
{
    /// <summary>Its address, which is of its maker and the nonce alone.</summary>
    public static Address AddressOf(Address maker, ulong nonce) =>
        Address.EndOf(Keccak256.Of(RlpWriter.Write(RlpItem.ListOf(RlpItem.Of(maker.ToArray()), RlpItem.Of(nonce)))));
}
