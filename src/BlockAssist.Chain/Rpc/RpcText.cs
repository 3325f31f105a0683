using System.Text.Json;

namespace BlockAssist.Chain.Rpc;

/// <summary>Questions and answers as bytes of JSON-RPC 2.0.</summary>
internal static class RpcText
{
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 64 };

    /// <summary>One question, or several in a list, numbered from an id on.</summary>
    public static byte[] Write(IReadOnlyList<RpcCall> calls, long firstId, bool isBatch)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            if (isBatch)
            {
                writer.WriteStartArray();
            }

            for (var i = 0; i < calls.Count; i++)
            {
                Write(writer, calls[i], firstId + i);
            }

            if (isBatch)
            {
                writer.WriteEndArray();
            }
        }

        return stream.ToArray();
    }

    /// <summary>The answers, in the order of the questions; null if they are not the answers to these.</summary>
    public static RpcReply[]? Read(ReadOnlyMemory<byte> bytes, IReadOnlyList<RpcCall> calls, long firstId, bool isBatch)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, Limits);
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object)
            {
                return !isBatch ? ReadList([root], calls, firstId)
                    : root.TryGetProperty("error", out var error) ? [.. calls.Select(call => new RpcReply(default, NodeErrors.Of(call.Method, error)))]
                    : null;
            }

            return isBatch && root.ValueKind == JsonValueKind.Array && root.GetArrayLength() == calls.Count ? ReadList([.. root.EnumerateArray()], calls, firstId) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // No JSON, or texts in it that are no UTF-8; the message may quote the answer.
            return null;
        }
    }

    // Each question has one answer, wherever it stands.
    private static RpcReply[]? ReadList(JsonElement[] answers, IReadOnlyList<RpcCall> calls, long firstId)
    {
        var replies = new RpcReply?[calls.Count];
        foreach (var answer in answers)
        {
            if (PlaceOf(answer, firstId) is not { } place || place < 0 || place >= calls.Count || replies[place] is not null || Read(answer, calls[(int)place]) is not { } reply)
            {
                return null;
            }

            replies[place] = reply;
        }

        return [.. replies.Select(reply => reply!.Value)];
    }

    private static long? PlaceOf(JsonElement answer, long firstId) =>
        answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("id", out var id) ? null
        : id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) ? number - firstId
        : null;

    private static RpcReply? Read(JsonElement answer, RpcCall call) =>
        answer.TryGetProperty("error", out var error) && error.ValueKind != JsonValueKind.Null ? new RpcReply(default, NodeErrors.Of(call.Method, error))
        : answer.TryGetProperty("result", out var result) ? new RpcReply(result.Clone(), null)
        : null;

    private static void Write(Utf8JsonWriter writer, RpcCall call, long id)
    {
        writer.WriteStartObject();
        writer.WriteString("jsonrpc", "2.0");
        writer.WriteNumber("id", id);
        writer.WriteString("method", call.Method);
        writer.WriteStartArray("params");
        foreach (var argument in call.Arguments)
        {
            if (argument is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                argument.WriteTo(writer);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
