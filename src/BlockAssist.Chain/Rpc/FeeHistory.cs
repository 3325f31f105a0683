using System.Text.Json;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rpc;

/// <summary>What the last blocks cost.</summary>
/// <param name="NextBaseFee">What the next one costs at least, a unit of gas.</param>
/// <param name="Tips">What was paid besides in each, by the transaction that was asked for (the median, say); nothing where it was empty.</param>
public sealed record FeeHistory(Wei NextBaseFee, IReadOnlyList<Wei> Tips)
{
    internal static FeeHistory Of(JsonElement history) => new(
        new Wei(Quantity.Read(history.GetProperty("baseFeePerGas").EnumerateArray().Last().GetString())),
        history.TryGetProperty("reward", out var blocks) && blocks.ValueKind == JsonValueKind.Array
            ? [.. blocks.EnumerateArray().Select(rewards => new Wei(Quantity.Read(rewards[0].GetString())))]
            : []);
}
