using System.Numerics;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sponsored;

/// <summary>What an account that is a contract asks of a chain (ERC-4337).</summary>
public sealed record UserOperation
{
    internal const int SequenceBits = 64;

    private const int HalfBytes = 16;

    /// <summary>The account.</summary>
    public required Address Sender { get; init; }

    /// <summary>A key in its upper 192 bits, and how many operations with that key the account sent before in the lower 64: what has another key waits for nothing.</summary>
    public required BigInteger Nonce { get; init; }

    /// <summary>How the account is made; null if it is there.</summary>
    public AccountCreation? Creation { get; init; }

    /// <summary>What the account is told.</summary>
    public ReadOnlyMemory<byte> CallData { get; init; }

    /// <summary>How much gas it may use.</summary>
    public UserOperationGas Gas { get; init; } = UserOperationGas.None;

    /// <summary>What whoever sends it on is paid at most for a unit of gas.</summary>
    public required Wei MaxPriorityFeePerGas { get; init; }

    /// <summary>What a unit of gas may cost in all.</summary>
    public required Wei MaxFeePerGas { get; init; }

    /// <summary>Who pays; null if the account does.</summary>
    public Sponsorship? Sponsorship { get; init; }

    /// <summary>With what the nonce begins.</summary>
    internal BigInteger Key => Nonce >> SequenceBits;

    /// <summary>All gas that it may use.</summary>
    internal BigInteger AllGas => new BigInteger(Gas.Call) + Gas.Verification + Gas.PreVerification + (Sponsorship?.VerificationGas ?? 0) + (Sponsorship?.PostOperationGas ?? 0);

    internal byte[] InitCode => Creation is null ? [] : [.. Creation.Factory.ToArray(), .. Creation.Data.Span];

    internal byte[] AccountGasLimits => [.. Half(Gas.Verification), .. Half(Gas.Call)];

    internal byte[] GasFees => [.. Half(MaxPriorityFeePerGas.Value), .. Half(MaxFeePerGas.Value)];

    internal byte[] PaymasterAndData => Sponsorship is null
        ? []
        : [.. Sponsorship.Paymaster.ToArray(), .. Half(Sponsorship.VerificationGas), .. Half(Sponsorship.PostOperationGas), .. Sponsorship.Data.Span];

    /// <summary>As bundlers take it (ERC-7769).</summary>
    internal JsonObject ToJson(ReadOnlySpan<byte> signature)
    {
        var json = new JsonObject
        {
            ["sender"] = $"{Sender}",
            ["nonce"] = Quantity.Of(Nonce),
            ["callData"] = Hex.Of(CallData.Span),
            ["callGasLimit"] = Quantity.Of(Gas.Call),
            ["verificationGasLimit"] = Quantity.Of(Gas.Verification),
            ["preVerificationGas"] = Quantity.Of(Gas.PreVerification),
            ["maxFeePerGas"] = Quantity.Of(MaxFeePerGas.Value),
            ["maxPriorityFeePerGas"] = Quantity.Of(MaxPriorityFeePerGas.Value),
            ["signature"] = Hex.Of(signature),
        };
        if (Creation is { } creation)
        {
            (json["factory"], json["factoryData"]) = ($"{creation.Factory}", Hex.Of(creation.Data.Span));
        }

        if (Sponsorship is { } sponsorship)
        {
            (json["paymaster"], json["paymasterData"]) = ($"{sponsorship.Paymaster}", Hex.Of(sponsorship.Data.Span));
            (json["paymasterVerificationGasLimit"], json["paymasterPostOpGasLimit"]) = (Quantity.Of(sponsorship.VerificationGas), Quantity.Of(sponsorship.PostOperationGas));
        }

        return json;
    }

    // Two numbers stand in one word.
    private static byte[] Half(BigInteger number)
    {
        var half = new byte[HalfBytes];
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        if (bytes.Length > HalfBytes)
        {
            throw new ChainFormatException("a user operation with a fee of more than 128 bits");
        }

        bytes.CopyTo(half, HalfBytes - bytes.Length);
        return half;
    }
}
