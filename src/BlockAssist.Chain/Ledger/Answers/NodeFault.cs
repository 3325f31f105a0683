using System.Text.Json;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Ledger.Answers;

/// <summary>The ledger refuses a question as a node would.</summary>
/// <param name="code">The number of JSON-RPC.</param>
/// <param name="text">Why.</param>
/// <param name="reason">What the contract says to it, if it is the contract that refuses.</param>
internal sealed class NodeFault(int code, string text, ReadOnlyMemory<byte>? reason = null) : Exception(text)
{
    public const int NoMethod = -32601;
    public const int WrongArguments = -32602;
    public const int Refused = -32000;

    private const int Reverted = 3;

    public static NodeFault Of(Contract.Revert fault) => new(Reverted, "execution reverted", fault.Reason);

    /// <summary>It as whoever asks a node is told.</summary>
    public ChainException ToException(string method)
    {
        using var error = JsonDocument.Parse(new System.Text.Json.Nodes.JsonObject
        {
            ["code"] = code,
            ["message"] = Message,
            ["data"] = reason is { } bytes ? Hex.Of(bytes.Span) : null,
        }.ToJsonString());
        return NodeErrors.Of(method, error.RootElement);
    }
}
