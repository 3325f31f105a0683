using System.Text;
using System.Text.Json;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Tests.Ledger;
using BlockAssist.Chain.Values;
using CsCheck;

namespace BlockAssist.Chain.Tests.Rpc;

/// <summary>A ledger that others ask over a way of their own.</summary>
public sealed class RpcDoorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_asks_through_it_hears_what_the_ledger_says_refusals_too()
    {
        using var some = await SomeLedger.CreateAsync();
        using var way = new DoorWay(new RpcDoor(some.Ledger));
        using var rpc = new HttpJsonRpc(new Uri("http://hub"), way, new RpcOptions(), TimeProvider.System, new Random(1));
        using var signer = Some.Signer(1);
        using var folder = new TemporaryFolder();
        using var held = SenderLock.Take(folder.Path, some.Place.ChainId, signer.Address);
        var node = new ChainNode(rpc);
        using var nonces = new NodeNonceSource(node, signer.Address, TimeProvider.System);
        var sender = new AccountSender(node, signer, held, new FeeHistoryOracle(node, Wei.Zero), nonces, new SenderOptions { MaxFeePerGas = Wei.Gwei(1) }, TimeProvider.System, new Random(1));
        var contract = new ContributionsContract(node, some.Place, ContributionsArtifact.Load());
        await contract.CheckAsync(Cancellation);

        var sent = await sender.SendAsync(contract.GrantVerifier(Some.Address(7)), Cancellation);
        var outcome = await sender.WaitAsync(sent, new WaitOptions { Confirmations = 1 }, Cancellation);
        var refused = await Assert.ThrowsAsync<ChainException>(() => sender.SendAsync(contract.ConfirmPeer(Some.Address(7), Some.Hash(1)), Cancellation));

        Assert.IsType<Mined>(outcome);
        Assert.True(await contract.IsVerifierAsync(Some.Address(7), Cancellation));
        Assert.Equal((ChainFault.Reverted, "AccessControlUnauthorizedAccount"), (refused.Fault, refused.Error!.Name));
        var replies = await rpc.BatchAsync([new RpcCall("eth_chainId"), new RpcCall("eth_nothing"), new RpcCall("eth_blockNumber")], Cancellation);
        Assert.NotNull(replies[1].Error);
        Assert.Equal(some.Place.ChainId, await node.ChainIdAsync(Cancellation));
        Assert.Equal("0x1", replies[2].Need().GetString());
    }

    [Theory]
    [InlineData("", -32700)]
    [InlineData("{", -32700)]
    [InlineData("""{"id":1,"method":"eth_call","params":[{"to":"0x","to":"0x"},"latest"]}""", -32700)]
    [InlineData("""{"id":1,"method":"eth_getLogs","params":[{"a":1,"b":{"c":2,"c":3}}]}""", -32700)]
    [InlineData("""{"id":1,"method":"eth_call","params":[{"t\ud800":"0x"},"latest"]}""", -32700)]
    [InlineData("7", -32600)]
    [InlineData("""{"id":1,"method":"eth_\ud800"}""", -32600)]
    [InlineData("""{"id":1,"method":"eth_getBalance","params":["\ud800"]}""", -32600)]
    [InlineData("""{"id":"\ud800","method":"eth_chainId"}""", -32600)]
    [InlineData("[]", -32600)]
    [InlineData("""{"id":1}""", -32600)]
    [InlineData("""{"id":1,"method":7}""", -32600)]
    [InlineData("""{"id":1,"method":"eth_chainId","params":{"a":1}}""", -32600)]
    [InlineData("""{"id":1,"method":"eth_getBalance","params":[]}""", -32602)]
    public async Task What_is_no_question_is_answered_with_an_error(string request, int code)
    {
        using var some = await SomeLedger.CreateAsync();

        using var answer = JsonDocument.Parse(await new RpcDoor(some.Ledger).AnswerAsync(Encoding.UTF8.GetBytes(request), Cancellation));

        var told = answer.RootElement.GetProperty("error").GetProperty("code").GetInt32();
        Assert.True(told == code || (code == -32602 && told == -32000), $"{told}");
    }

    [Fact]
    public async Task Too_much_is_not_looked_at()
    {
        using var some = await SomeLedger.CreateAsync();
        var door = new RpcDoor(some.Ledger);
        var deep = new string('[', 1000) + new string(']', 1000);
        var many = $"[{string.Join(',', Enumerable.Repeat("""{"id":1,"method":"eth_chainId"}""", RpcDoor.MostQuestions + 1))}]";

        foreach (var request in (string[])[deep, many, new string(' ', RpcDoor.MostBytes + 1)])
        {
            using var answer = JsonDocument.Parse(await door.AnswerAsync(Encoding.UTF8.GetBytes(request), Cancellation));
            Assert.True(answer.RootElement.TryGetProperty("error", out _));
        }
    }

    [Fact]
    public async Task Damaged_questions_are_answered_and_never_more_than_an_error()
    {
        using var some = await SomeLedger.CreateAsync();
        var door = new RpcDoor(some.Ledger);
        var question = Encoding.UTF8.GetBytes($$$"""[{"jsonrpc":"2.0","id":1,"method":"eth_call","params":[{"to":"{{{some.Place.Contract}}}","data":"0x8a19c8bc"},"latest"]},{"id":2,"method":"eth_getLogs","params":[{"address":"{{{some.Place.Contract}}}","fromBlock":"0x0"}]}]""");

        await Gen.Select(Gen.Int[0, question.Length - 1], Gen.Byte).SampleAsync(
            async (at, value) =>
            {
                var damaged = question.ToArray();
                damaged[at] = value;
                using var answer = JsonDocument.Parse(await door.AnswerAsync(damaged, Cancellation));
            },
            iter: 2000, threads: 1);
    }

    private sealed class DoorWay(RpcDoor door) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new(System.Net.HttpStatusCode.OK) { Content = new ByteArrayContent(await door.AnswerAsync(await request.Content!.ReadAsByteArrayAsync(cancellationToken), cancellationToken)) };
    }
}
