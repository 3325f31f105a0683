using System.Text.Json;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rpc;

/// <summary>A block, without what is in it.</summary>
/// <param name="Height">How many come before it.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Parent">The hash of the one before it.</param>
/// <param name="BaseFeePerGas">What a unit of gas costs in it at least.</param>
/// <param name="GasLimit">How much gas it may use.</param>
public sealed record BlockHeader(ulong Height, Hash32 Hash, Hash32 Parent, Wei BaseFeePerGas, ulong GasLimit)
{
    internal static BlockHeader Of(JsonElement block) => new(
        block.Number("number"), block.Hash("hash"), block.Hash("parentHash"),
        block.TryGetProperty("baseFeePerGas", out _) ? block.Wei("baseFeePerGas") : Values.Wei.Zero, block.Number("gasLimit"));
}
