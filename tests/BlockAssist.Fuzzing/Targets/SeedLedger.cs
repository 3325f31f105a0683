using BlockAssist.Chain.Ledger;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Sponsored;
using BlockAssist.Chain.Values;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>A small ledger, and who sends to it; keys are those of examples.</summary>
internal static class SeedLedger
{
    /// <summary>Which chain it is.</summary>
    public const ulong ChainId = 31337;

    /// <summary>Somebody.</summary>
    public static LocalSigner Signer(byte number) => LocalSigner.Of(Enumerable.Repeat(number, LocalSigner.SecretBytes).ToArray());

    /// <summary>A ledger that the first of them has founded.</summary>
    public static EmbeddedLedger In(string file, IChainSigner sealer)
    {
        using var founder = Signer(1);
        var genesis = new LedgerGenesis { ChainId = ChainId, Founder = founder.Address, LeastBond = new Wei(1000), SilencePenalty = new Wei(100) };
        return EmbeddedLedger.CreateAsync(file, genesis, sealer, TimeProvider.System, CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>User operations, signed by somebody.</summary>
    public static IEnumerable<byte[]> UserOperations()
    {
        var account = new Address(Enumerable.Repeat((byte)1, Address.Bytes).ToArray());
        var plain = new UserOperation
        {
            Sender = account,
            Nonce = 5,
            CallData = new byte[] { 1, 2, 3 },
            Gas = new UserOperationGas(1, ulong.MaxValue, 0),
            MaxPriorityFeePerGas = Wei.Gwei(1),
            MaxFeePerGas = Wei.Gwei(2),
        };
        UserOperation[] all = [plain, plain with { Creation = new AccountCreation(account, new byte[] { 4 }), Sponsorship = new Sponsorship(account, 5, 6, new byte[] { 7, 8 }) }];
        return all.Select(operation => new SignedUserOperation(operation, new EntryPoint(account, EntryPointVersion.V08), ChainId, new byte[65]).Bytes.ToArray());
    }

    /// <summary>The bytes of a transaction, signed.</summary>
    public static byte[] Transaction(ulong nonce, Address? to = null, byte[]? data = null)
    {
        using var signer = Signer(1);
        var transaction = new Transaction
        {
            ChainId = ChainId,
            Nonce = nonce,
            GasLimit = 21_000,
            MaxFeePerGas = Wei.Gwei(2),
            MaxPriorityFeePerGas = Wei.Gwei(1),
            To = to ?? new Address(Enumerable.Repeat((byte)2, Address.Bytes).ToArray()),
            Value = new Wei(1),
            Data = data ?? [],
            AccessList = [],
        };
        return transaction.With(signer.Sign(transaction.SigningHash)).Bytes.ToArray();
    }
}
