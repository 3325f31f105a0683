using System.Text.Json;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Rpc;

public sealed class ChainNodeTests
{
    private const string Digits = "0x1111111111111111111111111111111111111111111111111111111111111111";
    private const string Log = $$"""
        {"address":"0x0303030303030303030303030303030303030303","topics":["{{Digits}}"],"data":"0x01","blockNumber":"0x2","blockHash":"{{Digits}}","transactionHash":"{{Digits}}","logIndex":"0x0"}
        """;

    private const string Whole = $$"""
        {"transactionHash":"{{Digits}}","blockNumber":"0x2","blockHash":"{{Digits}}","status":"0x1","gasUsed":"0x5208","effectiveGasPrice":"0x2","contractAddress":null,"logs":[{{Log}}]}
        """;

    private static readonly LogFilter Filter = new(Some.Address(3), [null]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_receipt_is_read()
    {
        var receipt = await NodeThatSays(Whole).ReceiptAsync(Hash32.Parse(Digits), Cancellation);

        Assert.Equal((2UL, true, 21_000UL, new Wei(42_000)), (receipt!.Height, receipt.IsSuccess, receipt.GasUsed, receipt.Fee));
        Assert.Equal(Some.Address(3), receipt.Logs.Single().Contract);
        Assert.Null(await NodeThatSays("null").ReceiptAsync(Hash32.Parse(Digits), Cancellation));
    }

    [Theory]
    [InlineData("\"status\":\"0x1\"", "\"status\":1")]
    [InlineData("\"status\":\"0x1\"", "\"status\":\"0x\"")]
    [InlineData("\"gasUsed\":\"0x5208\"", "\"gasUsed\":\"0x10000000000000000\"")]
    [InlineData("\"effectiveGasPrice\":\"0x2\"", "\"effectiveGasPrice\":\"0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\"")]
    [InlineData("\"effectiveGasPrice\":\"0x2\"", "\"effectiveGasPrice\":\"-0x2\"")]
    [InlineData("\"contractAddress\":null", "\"contractAddress\":\"0x12\"")]
    [InlineData("\"topics\":[", "\"topics\":[null,")]
    [InlineData("\"logs\":[", "\"logs\":{},\"x\":[")]
    [InlineData("\"blockHash\":", "\"blockhash\":")]
    public async Task One_of_another_form_is_refused(string was, string becomes)
    {
        var node = NodeThatSays(Whole.Replace(was, becomes, StringComparison.Ordinal));

        Assert.Equal(ChainFault.Malformed, (await Assert.ThrowsAsync<ChainException>(() => node.ReceiptAsync(Hash32.Parse(Digits), Cancellation))).Fault);
    }

    [Fact]
    public async Task An_answer_about_something_else_is_refused()
    {
        await RefusesAsync(node => node.ReceiptAsync(Some.Hash(1), Cancellation), Whole);
        await RefusesAsync(node => node.LogsAsync(Filter, Some.Hash(1), Cancellation), $"[{Log}]");
        await RefusesAsync(node => node.LogsAsync(Filter, 3, 5, Cancellation), $"[{Log}]");
        await RefusesAsync(node => node.LogsAsync(new LogFilter(Some.Address(4), []), 1, 5, Cancellation), $"[{Log}]");
        await RefusesAsync(node => node.LogsAsync(new LogFilter(Some.Address(3), [Some.Hash(1)]), 1, 5, Cancellation), $"[{Log}]");
        await RefusesAsync(node => node.SendAsync(Some.Signed(Some.Signer(1), 0), Cancellation), $"\"{Digits}\"");
        Assert.Single(await NodeThatSays($"[{Log}]").LogsAsync(Filter, Hash32.Parse(Digits), Cancellation));
    }

    [Fact]
    public void Damaged_answers_are_refused_and_never_more()
    {
        byte[][] corpus = [System.Text.Encoding.UTF8.GetBytes(Whole), System.Text.Encoding.UTF8.GetBytes(Log)];

        FuzzRun.Over(corpus, 2000, damaged =>
        {
            try
            {
                using var document = JsonDocument.Parse(damaged);
                var node = new ChainNode(new Told(document.RootElement));
                _ = node.ReceiptAsync(Hash32.Parse(Digits), CancellationToken.None).GetAwaiter().GetResult();
            }
            catch (Exception error) when (error is JsonException or ChainException { Fault: ChainFault.Malformed })
            {
                // Refused.
            }
        });
    }

    private static ChainNode NodeThatSays(string json) => new(new FakeNode((_, _) => JsonNode.Parse(json)).Rpc(new HurriedClock()));

    private static async Task RefusesAsync(Func<ChainNode, Task> ask, string answer) =>
        Assert.Equal(ChainFault.Malformed, (await Assert.ThrowsAsync<ChainException>(() => ask(NodeThatSays(answer)))).Fault);

    private sealed class Told(JsonElement answer) : IJsonRpc
    {
        public Task<JsonElement> CallAsync(RpcCall question, CancellationToken cancellation) => Task.FromResult(answer);

        public Task<IReadOnlyList<RpcReply>> BatchAsync(IReadOnlyList<RpcCall> questions, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<RpcReply>>([.. questions.Select(_ => new RpcReply(answer, null))]);
    }
}
