using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Signing;

namespace BlockAssist.Chain.Tests.Outboxes;

/// <summary>A way to a node on which questions and answers are lost, somebody wants to be asked less, and now and then another node answers.</summary>
/// <param name="seed">What happens when.</param>
internal sealed class UnreliableWay(int seed) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly Random _chance = new(seed);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, HashSet<string>> _sent = [];
    private int _happened;

    /// <summary>Whether nobody answers.</summary>
    public bool IsDown { get; set; }

    /// <summary>Whether a node of another chain answers.</summary>
    public bool IsOfAnotherChain { get; set; }

    /// <summary>Whether anything goes wrong at all.</summary>
    public bool IsCalm { get; set; }

    /// <summary>How often something went wrong.</summary>
    public int Happened => _happened;

    /// <summary>How many transactions were sent in more than one form.</summary>
    public int Replaced => _sent.Values.Count(forms => forms.Count > 1);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var draw = Draw();
        if (IsDown || draw < 0.03)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        }

        if (draw < 0.08)
        {
            return new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("slow down") };
        }

        var question = JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!;
        Note(question);
        if (IsOfAnotherChain && question["method"]!.GetValue<string>() == "eth_chainId")
        {
            var answer = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = question["id"]!.DeepClone(), ["result"] = "0x1" };
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer.ToJsonString(), Encoding.UTF8, "application/json") };
        }

        var response = await base.SendAsync(request, cancellationToken);
        return draw < 0.15 ? throw new HttpRequestException(HttpRequestError.ResponseEnded, "the answer is lost") : response;
    }

    private void Note(JsonNode question)
    {
        if (question["method"]!.GetValue<string>() == "eth_sendRawTransaction")
        {
            var bytes = question["params"]![0]!.GetValue<string>();
            var transaction = SignedTransaction.Parse(Convert.FromHexString(bytes[2..])).Transaction;
            lock (_lock)
            {
                var name = $"{transaction.Nonce} {Convert.ToHexString(transaction.Data.Span)}";
                (_sent[name] = _sent.GetValueOrDefault(name, [])).Add(bytes);
            }
        }
    }

    private double Draw()
    {
        lock (_lock)
        {
            var draw = IsCalm ? 1 : _chance.NextDouble();
            _happened += draw < 0.15 ? 1 : 0;
            return draw;
        }
    }
}
