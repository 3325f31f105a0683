using System.Text.Json.Nodes;

namespace BlockAssist.Chain.Tests.Rpc;

/// <summary>What a node refuses with.</summary>
internal sealed class Refusal(int code, string message, JsonNode? details = null) : Exception(message)
{
    public int Code { get; } = code;

    public JsonNode? Details { get; } = details;
}
