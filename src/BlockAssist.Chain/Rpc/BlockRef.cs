using System.Text.Json.Nodes;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rpc;

/// <summary>Which block is meant.</summary>
public sealed record BlockRef
{
    private readonly string _tag;
    private readonly Hash32? _hash;

    private BlockRef(string tag, Hash32? hash = null) => (_tag, _hash) = (tag, hash);

    /// <summary>The last one that the node knows.</summary>
    public static BlockRef Latest { get; } = new("latest");

    /// <summary>The one to come, with what the node means to put into it.</summary>
    public static BlockRef Pending { get; } = new("pending");

    /// <summary>The one of a height, on the chain that the node now takes for the right one.</summary>
    public static BlockRef At(ulong height) => new(Quantity.Of(height));

    /// <summary>The one of a hash, and no other.</summary>
    public static BlockRef Of(Hash32 hash) => new("", hash);

    internal JsonNode ToJson() => _hash is { } hash ? new JsonObject { ["blockHash"] = hash.ToString() } : _tag;
}
