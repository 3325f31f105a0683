using System.Text.Json;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rpc;

/// <summary>What came of a transaction that is in a block.</summary>
/// <param name="Transaction">The transaction.</param>
/// <param name="Height">How high the block is that it is in.</param>
/// <param name="BlockHash">The hash of that block.</param>
/// <param name="IsSuccess">Whether it did what it asked; if not, it only paid.</param>
/// <param name="GasUsed">How much gas it used.</param>
/// <param name="Fee">What it cost in all, on a chain without other fees.</param>
/// <param name="Created">The contract that it made.</param>
/// <param name="Logs">What contracts told in it.</param>
public sealed record Receipt(
    Hash32 Transaction, ulong Height, Hash32 BlockHash, bool IsSuccess, ulong GasUsed, Wei Fee, Address? Created, IReadOnlyList<EventLog> Logs)
{
    internal static Receipt Of(JsonElement receipt) => new(
        receipt.Hash("transactionHash"), receipt.Number("blockNumber"), receipt.Hash("blockHash"), receipt.Number("status") == 1, receipt.Number("gasUsed"),
        receipt.Wei("effectiveGasPrice") * receipt.Number("gasUsed"),
        receipt.TryGetProperty("contractAddress", out var made) && made.ValueKind == JsonValueKind.String ? Address.Parse(made.GetString()) : null,
        [.. receipt.GetProperty("logs").EnumerateArray().Select(EventLog.Of)]);
}
