using System.Text.Json.Nodes;

namespace BlockAssist.Chain.Rpc;

/// <summary>A question to a node.</summary>
/// <param name="Method">What is asked.</param>
/// <param name="Arguments">With what.</param>
public sealed record RpcCall(string Method, params IReadOnlyList<JsonNode?> Arguments)
{
    /// <summary>Whether asking twice is the same as asking once: so with all that only looks, and with bytes that were signed here, but not where a node signs.</summary>
    public bool IsRepeatable =>
        (Method.StartsWith("eth_", StringComparison.Ordinal) || Method.StartsWith("net_", StringComparison.Ordinal) || Method.StartsWith("web3_", StringComparison.Ordinal))
        && Method != "eth_sendTransaction" && !Method.StartsWith("eth_sign", StringComparison.Ordinal);
}
