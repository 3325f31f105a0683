using System.Text.Json;

namespace BlockAssist.Chain.Rpc;

/// <summary>What a node answers to one of several questions.</summary>
/// <param name="Result">The answer; of no meaning where there is an error.</param>
/// <param name="Error">Why there is none.</param>
public readonly record struct RpcReply(JsonElement Result, ChainException? Error)
{
    /// <summary>The answer.</summary>
    /// <exception cref="ChainException">There is none.</exception>
    public JsonElement Need() => Error is null ? Result : throw Error;
}
