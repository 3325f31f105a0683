using System.Net;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Rpc;
using CsCheck;

namespace BlockAssist.Chain.Tests.Rpc;

public sealed class HttpJsonRpcTests : IDisposable
{
    private static readonly RpcCall Number = new("eth_blockNumber");

    private readonly HurriedClock _clock = new();
    private readonly FakeNode _node = new((method, arguments) => method switch
    {
        "eth_blockNumber" => "0x10",
        "eth_echo" => arguments[0]!.DeepClone(),
        "eth_sendTransaction" => "0x1",
        _ => throw new Refusal(-32601, "no such method"),
    });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _node.Dispose();

    [Fact]
    public async Task A_question_gets_its_answer()
    {
        using var rpc = _node.Rpc(_clock);

        Assert.Equal("0x10", (await rpc.CallAsync(Number, Cancellation)).GetString());
        Assert.Equal(7, (await rpc.CallAsync(new RpcCall("eth_echo", 7), Cancellation)).GetInt32());
        Assert.Equal("application/json", _node.Last!.Content!.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Several_questions_get_their_answers_in_order_however_they_come()
    {
        using var rpc = _node.Rpc(_clock, new RpcOptions { MostCalls = 3 });
        _node.Trouble.Enqueue(_ => FakeNode.Status(HttpStatusCode.OK, """[{"id":3,"result":"c"},{"id":1,"result":"a"},{"id":2,"error":{"code":-32000,"message":"nonce too low"}}]"""));

        var replies = await rpc.BatchAsync([.. Enumerable.Range(0, 7).Select(i => new RpcCall("eth_echo", i))], Cancellation);

        Assert.Equal("a", replies[0].Need().GetString());
        Assert.Equal(ChainFault.NonceTooLow, Assert.Throws<ChainException>(() => replies[1].Need()).Fault);
        Assert.Equal("c", replies[2].Need().GetString());
        Assert.Equal([3, 4, 5, 6], replies.Skip(3).Select(reply => reply.Need().GetInt32()));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task What_passes_is_waited_out(HttpStatusCode status)
    {
        using var rpc = _node.Rpc(_clock);
        Times(3, _ => FakeNode.Status(status, "<html>busy</html>"));

        Assert.Equal("0x10", (await rpc.CallAsync(Number, Cancellation)).GetString());

        // A quarter, a half and one second, or up to half less.
        Assert.InRange(_clock.Waited.TotalSeconds, 0.875, 1.75);
    }

    [Fact]
    public async Task A_node_is_left_alone_for_as_long_as_it_asks()
    {
        using var rpc = _node.Rpc(_clock);
        _node.Trouble.Enqueue(_ => FakeNode.Status(HttpStatusCode.TooManyRequests, retryAfter: "7"));
        _node.Trouble.Enqueue(_ => FakeNode.Status(HttpStatusCode.ServiceUnavailable, retryAfter: (_clock.GetUtcNow() + TimeSpan.FromSeconds(20)).ToString("R")));

        await rpc.CallAsync(Number, Cancellation);

        Assert.InRange(_clock.Waited.TotalSeconds, 26, 28);
    }

    [Fact]
    public async Task A_node_that_asks_for_longer_than_anybody_waits_is_not_asked_again()
    {
        using var rpc = _node.Rpc(_clock);
        _node.Trouble.Enqueue(_ => FakeNode.Status(HttpStatusCode.TooManyRequests, retryAfter: "3600"));

        await FailsAsync(ChainFault.RateLimited, () => rpc.CallAsync(Number, Cancellation));

        Assert.Equal(TimeSpan.Zero, _clock.Waited);
    }

    [Fact]
    public async Task Too_many_questions_are_asked_again_also_where_json_says_so()
    {
        using var rpc = _node.Rpc(_clock);
        _node.Trouble.Enqueue(_ => FakeNode.Status(HttpStatusCode.OK, """{"id":1,"error":{"code":-32005,"message":"limit exceeded"}}"""));
        _node.Trouble.Enqueue(null);
        _node.Trouble.Enqueue(_ => FakeNode.Status(HttpStatusCode.OK, """{"id":null,"error":{"code":-32005,"message":"limit exceeded"}}"""));

        await rpc.CallAsync(Number, Cancellation);
        var replies = await rpc.BatchAsync([Number, Number], Cancellation);

        Assert.All(replies, reply => Assert.Equal("0x10", reply.Need().GetString()));
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_again_but_never_where_the_node_signs()
    {
        using var rpc = _node.Rpc(_clock);
        _node.Lost.AddRange(["eth_blockNumber", "eth_sendTransaction"]);

        Assert.Equal("0x10", (await rpc.CallAsync(Number, Cancellation)).GetString());
        await FailsAsync(ChainFault.NodeUnreachable, () => rpc.CallAsync(new RpcCall("eth_sendTransaction", new JsonObject()), Cancellation));

        Assert.Equal(["eth_blockNumber", "eth_blockNumber", "eth_sendTransaction"], _node.Asked);
    }

    [Fact]
    public async Task A_node_that_stays_away_or_slow_is_given_up()
    {
        using var rpc = _node.Rpc(_clock, new RpcOptions { Retries = 2 });
        Times(3, _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        await FailsAsync(ChainFault.NodeUnreachable, () => rpc.CallAsync(Number, Cancellation));

        Times(3, _ => throw new TaskCanceledException("too slow"));
        await FailsAsync(ChainFault.Timeout, () => rpc.CallAsync(Number, Cancellation));

        Assert.Empty(_node.Asked);
        Assert.Equal("0x10", (await rpc.CallAsync(Number, Cancellation)).GetString());
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"id\":2,\"result\":\"0x1\"}")]
    [InlineData("{\"id\":\"1\",\"result\":\"0x1\"}")]
    [InlineData("{\"id\":9223372036854775807,\"result\":\"0x1\"}")]
    [InlineData("{\"result\":\"0x1\"}")]
    [InlineData("{\"id\":1}")]
    [InlineData("[{\"id\":1,\"result\":\"0x1\"}]")]
    public async Task An_answer_to_something_else_is_refused_and_not_asked_for_again(string text)
    {
        using var rpc = _node.Rpc(_clock);
        _node.Trouble.Enqueue(_ => FakeNode.Status(HttpStatusCode.OK, text));

        await FailsAsync(ChainFault.Malformed, () => rpc.CallAsync(Number, Cancellation));

        Assert.Equal(TimeSpan.Zero, _clock.Waited);
    }

    [Theory]
    [InlineData("""[{"id":1,"result":1},{"id":1,"result":2}]""")]
    [InlineData("""[{"id":1,"result":1}]""")]
    [InlineData("""[{"id":1,"result":1},{"id":2,"result":2},{"id":3,"result":3}]""")]
    [InlineData("""[{"id":1,"result":1},{"id":7,"result":2}]""")]
    [InlineData("""[{"id":1,"result":1},2]""")]
    [InlineData("""{"id":1,"result":1}""")]
    public async Task So_are_several(string text)
    {
        using var rpc = _node.Rpc(_clock);
        _node.Trouble.Enqueue(_ => FakeNode.Status(HttpStatusCode.OK, text));

        await FailsAsync(ChainFault.Malformed, () => rpc.BatchAsync([Number, Number], Cancellation));
    }

    [Fact]
    public async Task Answers_too_large_or_too_deep_are_refused()
    {
        using var rpc = _node.Rpc(_clock, new RpcOptions { MostBytes = 1000 });
        _node.Trouble.Enqueue(_ => FakeNode.Status(HttpStatusCode.OK, $"{{\"id\":1,\"result\":\"{new string('a', 2000)}\"}}"));
        _node.Trouble.Enqueue(_ => FakeNode.Status(HttpStatusCode.OK, $"{{\"id\":2,\"result\":{new string('[', 200)}{new string(']', 200)}}}"));

        Assert.Contains("larger than 1000", (await FailsAsync(ChainFault.Malformed, () => rpc.CallAsync(Number, Cancellation))).Message, StringComparison.Ordinal);
        await FailsAsync(ChainFault.Malformed, () => rpc.CallAsync(Number, Cancellation));
    }

    [Fact]
    public async Task No_message_has_what_was_sent_or_the_secret_part_of_the_address()
    {
        const string Raw = "0x02f8deadbeef02f8deadbeef02f8deadbeef02f8deadbeef02f8deadbeef02f8deadbeef";
        using var rpc = _node.Rpc(_clock, new RpcOptions { Retries = 0, MostBytes = 1000 }, "http://ada:geheim@node.example:8545/v3/secretkey?token=t0k3n");
        Func<HttpRequestMessage, HttpResponseMessage>[] troubles =
        [
            _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "http://ada:geheim@node.example/v3/secretkey?token=t0k3n"),
            request => throw new TaskCanceledException($"{request.RequestUri}"),
            _ => FakeNode.Status(HttpStatusCode.TooManyRequests, Raw), _ => FakeNode.Status(HttpStatusCode.NotFound, "secretkey"), _ => FakeNode.Status(HttpStatusCode.OK, Raw),
            _ => FakeNode.Status(HttpStatusCode.OK, Raw + new string(' ', 2000)),
            _ => FakeNode.Status(HttpStatusCode.OK, $"{{\"id\":7,\"error\":{{\"code\":-32000,\"message\":\"Known transaction: {Raw}{Raw}\"}}}}"),
        ];

        Assert.Equal("http://node.example:8545", rpc.ToString());
        foreach (var trouble in troubles)
        {
            _node.Trouble.Enqueue(trouble);
            var error = await Assert.ThrowsAsync<ChainException>(() => rpc.CallAsync(new RpcCall("eth_sendRawTransaction", Raw), Cancellation));
            Assert.All((string[])["deadbeef", "secretkey", "t0k3n", "geheim", "ada:"], secret => Assert.DoesNotContain(secret, error.ToString(), StringComparison.OrdinalIgnoreCase));
        }

        await rpc.CallAsync(Number, Cancellation);
        Assert.Equal("YWRhOmdlaGVpbQ==", _node.Last!.Headers.Authorization!.Parameter);
        Assert.Equal("http://node.example:8545/v3/secretkey?token=t0k3n", _node.Last.RequestUri!.ToString());
    }

    [Fact]
    public void Damaged_answers_are_refused_or_read_and_never_more()
    {
        byte[][] corpus =
        [
            """{"jsonrpc":"2.0","id":1,"result":"0x10"}"""u8.ToArray(),
            """[{"id":1,"result":{"a":[1,2,{"b":null}]}},{"id":2,"error":{"code":3,"message":"execution reverted","data":"0x08c379a0"}}]"""u8.ToArray(),
            """{"id":1,"error":{"code":-32000,"message":"reverted","data":{"data":{"data":null}}}}"""u8.ToArray(),
        ];

        FuzzRun.Over(corpus, 3000, damaged =>
        {
            RpcText.Read(damaged, [Number], 1, isBatch: false);
            RpcText.Read(damaged, [Number, Number], 1, isBatch: true);
        });
    }

    [Fact]
    public void Waits_double_up_to_the_longest_and_differ() =>
        Gen.Select(Gen.Int[0, 100], Gen.Int).Sample((tries, seed) =>
        {
            var wait = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), new Random(seed)).After(tries).TotalSeconds;
            var full = Math.Min(60, Math.Pow(2, tries));
            Assert.InRange(wait, full / 2, full);
        });

    private void Times(int count, Func<HttpRequestMessage, HttpResponseMessage> trouble)
    {
        for (var i = 0; i < count; i++)
        {
            _node.Trouble.Enqueue(trouble);
        }
    }

    private static async Task<ChainException> FailsAsync(ChainFault fault, Func<Task> ask)
    {
        var error = await Assert.ThrowsAsync<ChainException>(ask);
        Assert.Equal(fault, error.Fault);
        return error;
    }
}
