using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Rpc;

namespace BlockAssist.Chain.Tests.Rpc;

/// <summary>A node that answers as told, or does not.</summary>
/// <param name="answer">The result of a method with its parameters; throws a <see cref="Refusal"/> to refuse.</param>
internal sealed class FakeNode(Func<string, JsonArray, JsonNode?> answer) : HttpMessageHandler
{
    private readonly Lock _one = new();

    /// <summary>What happens instead of the next answers, one after the other; null lets one through.</summary>
    public Queue<Func<HttpRequestMessage, HttpResponseMessage>?> Trouble { get; } = new();

    /// <summary>Methods whose next answer is lost after the node has done what was asked.</summary>
    public List<string> Lost { get; } = [];

    /// <summary>All that was asked.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>The last request.</summary>
    public HttpRequestMessage? Last { get; private set; }

    public HttpJsonRpc Rpc(TimeProvider clock, RpcOptions? options = null, string address = "http://node.example:8545/v3/secretkey") =>
        new(new Uri(address), this, options ?? new RpcOptions(), clock, new Random(1));

    public static HttpResponseMessage Status(HttpStatusCode status, string text = "", string? retryAfter = null)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Last = request;
        if (Trouble.TryDequeue(out var trouble) && trouble is not null)
        {
            return trouble(request);
        }

        var body = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        lock (_one)
        {
            return Status(HttpStatusCode.OK, body is JsonArray batch ? new JsonArray([.. batch.Select(question => Answer(question!))]).ToJsonString() : Answer(body).ToJsonString());
        }
    }

    private JsonObject Answer(JsonNode question)
    {
        var method = question["method"]!.GetValue<string>();
        Asked.Add(method);
        var reply = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = question["id"]!.DeepClone() };
        try
        {
            reply["result"] = answer(method, question["params"]!.AsArray());
        }
        catch (Refusal refusal)
        {
            reply["error"] = new JsonObject { ["code"] = refusal.Code, ["message"] = refusal.Message, ["data"] = refusal.Details };
        }

        return Lost.Remove(method) ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "lost on the way") : reply;
    }
}
