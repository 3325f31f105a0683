using System.Text.Json;
using System.Text.RegularExpressions;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rpc;

/// <summary>What nodes mean by their errors: no two say it in the same words. Those of anvil 1.7 and hardhat 2 and 3 are here, and the usual ones of others.</summary>
internal static partial class NodeErrors
{
    /// <summary>The code for too many questions (EIP-1474).</summary>
    public const int LimitExceeded = -32005;

    private const int ExecutionReverted = 3;
    private const int Deepest = 4;

    // The first that is part of the text, in small letters, decides.
    private static readonly (string Part, ChainFault Fault)[] Texts =
    [
        ("nonce too low", ChainFault.NonceTooLow),
        ("nonce too high", ChainFault.NonceGap),
        ("insufficient funds", ChainFault.InsufficientFunds),
        ("enough funds", ChainFault.InsufficientFunds),
        ("replacement transaction underpriced", ChainFault.ReplacementUnderpriced),
        ("already imported", ChainFault.AlreadyKnown),
        ("already known", ChainFault.AlreadyKnown),
        ("known transaction", ChainFault.AlreadyKnown),
        ("less than block base fee", ChainFault.FeeCapBelowBase),
        ("is too low for the next block", ChainFault.FeeCapBelowBase),
        ("underpriced", ChainFault.Underpriced),
        ("invalid chain id", ChainFault.WrongChain),
        ("invalid chainid", ChainFault.WrongChain),
        ("intrinsic gas", ChainFault.GasOutOfRange),
        ("requires at least", ChainFault.GasOutOfRange),
        ("gas cap", ChainFault.GasOutOfRange),
        ("block gas limit", ChainFault.GasOutOfRange),
        ("revert", ChainFault.Reverted),
    ];

    /// <summary>The error that a node answers with.</summary>
    public static ChainException Of(string method, JsonElement error)
    {
        var code = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var told) ? told : 0;
        var text = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String ? message.GetString()! : "";
        var fault = FaultOf(code, text);
        var reason = fault == ChainFault.Reverted ? KnownErrors.OfSolidity.Read(RevertData(error, depth: 0) ?? []) : null;
        return new ChainException(
            fault, reason is { Name.Length: > 0 } ? $"the contract refuses: {reason}" : $"the node refuses {method}: {Shown(text)} ({code})", reason);
    }

    /// <summary>What a node means.</summary>
    public static ChainFault FaultOf(int code, string text) =>
        code == LimitExceeded ? ChainFault.RateLimited
        : code == ExecutionReverted ? ChainFault.Reverted
        : ValidationErrors.FaultOf(code, text) is { } fault ? fault
        : Texts.FirstOrDefault(entry => text.Contains(entry.Part, StringComparison.OrdinalIgnoreCase)).Fault;

    // Nodes repeat what they were sent; more than a hash has no place in messages.
    private static string Shown(string text) => Hex.Shown(LongDigits().Replace(text[..Math.Min(text.Length, 4096)], "0x…"));

    // Some put the bytes into data, some into data of data, some a null there.
    private static byte[]? RevertData(JsonElement element, int depth) =>
        depth < Deepest && element.ValueKind == JsonValueKind.Object && element.TryGetProperty("data", out var data)
            ? data.ValueKind == JsonValueKind.String && Hex.TryRead(data.GetString(), out var bytes) ? bytes : RevertData(data, depth + 1)
            : null;

    [GeneratedRegex("(0x)?[0-9a-fA-F]{65,}", RegexOptions.NonBacktracking)]
    private static partial Regex LongDigits();
}
