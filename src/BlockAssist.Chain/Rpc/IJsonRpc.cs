using System.Text.Json;

namespace BlockAssist.Chain.Rpc;

/// <summary>The way to a node (JSON-RPC 2.0).</summary>
public interface IJsonRpc
{
    /// <summary>Asks one question.</summary>
    /// <exception cref="ChainException">The node cannot be reached, or refuses.</exception>
    Task<JsonElement> CallAsync(RpcCall question, CancellationToken cancellation);

    /// <summary>Asks several at once; the answers come in the order of the questions.</summary>
    /// <exception cref="ChainException">The node cannot be reached, or refuses all.</exception>
    Task<IReadOnlyList<RpcReply>> BatchAsync(IReadOnlyList<RpcCall> questions, CancellationToken cancellation);
}
