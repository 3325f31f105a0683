using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Ledger;

/// <summary>Somebody who signs transactions that cost nothing, one after the other.</summary>
internal sealed class Person(LocalSigner signer, ulong chainId)
{
    public Address Address => signer.Address;

    /// <summary>How many transactions it has sent.</summary>
    public ulong Nonce { get; set; }

    public SignedTransaction Sign(Address? to, ReadOnlyMemory<byte> data, Wei value = default, ulong? nonce = null)
    {
        var transaction = new Transaction
        {
            ChainId = chainId,
            Nonce = nonce ?? Nonce++,
            GasLimit = 8_000_000,
            MaxFeePerGas = Wei.Zero,
            MaxPriorityFeePerGas = Wei.Zero,
            To = to,
            Value = value,
            Data = data,
        };
        return transaction.With(signer.Sign(transaction.SigningHash));
    }

    public EcdsaSignature Sign(Hash32 hash) => signer.Sign(hash);
}
