using System.Text.Json;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Rpc;

/// <summary>Lets others ask a chain of this process: JSON-RPC as they sent it, and the answer as it goes back to them.</summary>
/// <remarks>Anything may come. What is too much, too deep or no question is answered with an error, as the form has it.</remarks>
/// <param name="chain">Who knows the answers.</param>
public sealed class RpcDoor(IJsonRpc chain)
{
    /// <summary>How many bytes a request has at most: room for the largest transaction of a ledger, and for many questions.</summary>
    public const int MostBytes = 512 << 10;

    /// <summary>How many questions there are in one request at most.</summary>
    public const int MostQuestions = 50;

    private const int Deepest = 16;
    private const int ParseError = -32700;
    private const int InvalidRequest = -32600;
    private const int ExecutionReverted = 3;
    private const int Refused = -32000;
    private const int LongestId = 64;

    // A question that says a thing twice says nothing.
    private static readonly JsonDocumentOptions Form = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    /// <summary>The answer to a request.</summary>
    /// <param name="request">What came.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<byte[]> AnswerAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        if (request.Length > MostBytes)
        {
            return Bytes(Error(null, InvalidRequest, $"{request.Length} bytes; expected at most {MostBytes}"));
        }

        using var document = Parse(request);
        return document is null ? Bytes(Error(null, ParseError, "no JSON, or one that says a thing twice"))
            : document.RootElement.ValueKind == JsonValueKind.Array ? Bytes(await AnswerAllAsync(document.RootElement, cancellation))
            : Bytes(await AnswerAsync(document.RootElement, cancellation));
    }

    private async Task<JsonNode> AnswerAllAsync(JsonElement questions, CancellationToken cancellation)
    {
        if (questions.GetArrayLength() is < 1 or > MostQuestions)
        {
            return Error(null, InvalidRequest, $"{questions.GetArrayLength()} questions; expected 1 to {MostQuestions}");
        }

        var answers = new JsonArray();
        foreach (var question in questions.EnumerateArray())
        {
            answers.Add(await AnswerAsync(question, cancellation));
        }

        return answers;
    }

    private async Task<JsonNode> AnswerAsync(JsonElement question, CancellationToken cancellation)
    {
        JsonValue? id = null;
        try
        {
            id = question.ValueKind == JsonValueKind.Object && question.TryGetProperty("id", out var given) ? IdOf(given) : null;
            if (CallOf(question) is not { } call)
            {
                return Error(id, InvalidRequest, "no question: expected a method, and an array of params");
            }

            var result = JsonNode.Parse((await chain.CallAsync(call, cancellation)).GetRawText());
            return new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["result"] = result };
        }
        catch (ChainException error)
        {
            return Error(id, CodeOf(error), error.Message, error.Error is { } reason ? Hex.Of(reason.Raw.Span) : null);
        }
        catch (InvalidOperationException)
        {
            // JSON in form, with a text in it that is no Unicode.
            return Error(id, InvalidRequest, "a text that is no Unicode");
        }
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> request)
    {
        try
        {
            return JsonDocument.Parse(request, Form);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Names in letters that are none are found when they are compared, by another exception.
            return null;
        }
    }

    private static RpcCall? CallOf(JsonElement question)
    {
        if (question.ValueKind != JsonValueKind.Object || !question.TryGetProperty("method", out var method) || method.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        return !question.TryGetProperty("params", out var given) ? new RpcCall(method.GetString()!)
            : given.ValueKind == JsonValueKind.Array ? new RpcCall(method.GetString()!, [.. given.EnumerateArray().Select(argument => JsonNode.Parse(argument.GetRawText()))])
            : null;
    }

    private static JsonValue? IdOf(JsonElement id) =>
        id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out var number) ? JsonValue.Create(number)
        : id.ValueKind == JsonValueKind.String && id.GetString() is { Length: <= LongestId } text ? JsonValue.Create(text)
        : null;

    private static int CodeOf(ChainException error) =>
        error.Fault == ChainFault.RateLimited ? NodeErrors.LimitExceeded : error.Error is not null ? ExecutionReverted : Refused;

    private static JsonObject Error(JsonNode? id, int code, string message, string? data = null)
    {
        var error = new JsonObject { ["code"] = code, ["message"] = message };
        if (data is not null)
        {
            error["data"] = data;
        }

        return new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["error"] = error };
    }

    private static byte[] Bytes(JsonNode answer) => System.Text.Encoding.UTF8.GetBytes(answer.ToJsonString());
}
