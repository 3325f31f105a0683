using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests;

/// <summary>Keys and transactions for tests; the same every time.</summary>
internal static class Some
{
    public const ulong ChainId = 31337;

    public static LocalSigner Signer(byte number) => LocalSigner.Of(Enumerable.Repeat(number, LocalSigner.SecretBytes).ToArray());

    public static Address Address(byte number) => new(Enumerable.Repeat(number, Chain.Values.Address.Bytes).ToArray());

    public static Hash32 Hash(int number) => Keccak256.Of($"hash {number}");

    public static Transaction Transaction(ulong nonce = 0, ulong chain = ChainId, IReadOnlyList<AccessListEntry>? accessList = null) => new()
    {
        ChainId = chain,
        Nonce = nonce,
        GasLimit = 21_000,
        MaxFeePerGas = Wei.Gwei(2),
        MaxPriorityFeePerGas = Wei.Gwei(1),
        To = Address(2),
        Value = new Wei(1),
        AccessList = accessList ?? [],
    };

    public static SignedTransaction Signed(LocalSigner signer, ulong nonce, params byte[] data)
    {
        var transaction = Transaction(nonce) with { Data = data };
        return transaction.With(signer.Sign(transaction.SigningHash));
    }
}
