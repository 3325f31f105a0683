using System.Net;
using System.Text;
using BlockAssist.Net.Gateway;

namespace BlockAssist.Net.Tests.Gateway;

/// <summary>What peers reach of the ledger of their hub: bytes that the network knows nothing of.</summary>
public sealed class LedgerEndpointsTests(LedgerEndpointsTests.HubWithLedger hub) : IClassFixture<LedgerEndpointsTests.HubWithLedger>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_peer_is_told_which_ledger_it_is_and_what_the_ledger_answers()
    {
        using var link = hub.Link(1);
        using var question = new ByteArrayContent("question"u8.ToArray());

        var place = await link.LedgerAsync(Stop);
        using var answer = await link.AskLedgerAsync(question, Stop);

        Assert.Equal("the ledger", place);
        Assert.Equal("question, answered", await answer.Content.ReadAsStringAsync(Stop));
    }

    [Fact]
    public async Task What_a_round_credits_comes_as_it_is_and_of_others_there_is_nothing()
    {
        using var link = hub.Link(1);

        Assert.Equal("settled", Encoding.UTF8.GetString((await link.SettlementAsync(7, Stop))!));
        Assert.Null(await link.SettlementAsync(8, Stop));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public async Task A_question_is_neither_empty_nor_longer_than_the_ledger_takes(int bytes)
    {
        using var link = hub.Link(1);
        using var question = new ByteArrayContent(new byte[bytes]);

        using var answer = await link.AskLedgerAsync(question, Stop);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    public sealed class HubWithLedger : RunningHub
    {
        protected override GatewayOptions Options(GatewayOptions usual)
        {
            ArgumentNullException.ThrowIfNull(usual);
            return usual with { Ledger = new SomeLedger() };
        }
    }

    private sealed class SomeLedger : IHubLedger
    {
        public string? Place => "the ledger";

        public int MostBytes => 64;

        public Task<byte[]?> AnswerAsync(ReadOnlyMemory<byte> request, CancellationToken cancellation) =>
            Task.FromResult<byte[]?>([.. request.Span, .. ", answered"u8]);

        public byte[]? Settlement(uint round) => round == 7 ? "settled"u8.ToArray() : null;
    }
}
