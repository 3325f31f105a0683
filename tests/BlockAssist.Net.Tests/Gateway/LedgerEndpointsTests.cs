using System.Net;
using System.Text;
using BlockAssist.Net.Gateway;
using BlockAssist.Net.Links;

namespace BlockAssist.Net.Tests.Gateway;

/// <summary>What peers reach of the ledger of their hub: bytes that the network knows nothing of.</summary>
public sealed class LedgerEndpointsTests(LedgerEndpointsTests.HubWithLedger hub) : IClassFixture<LedgerEndpointsTests.HubWithLedger>
{
    private const int Question = 60;
    private const int Allowed = 10 * Question;

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

    [Fact]
    public async Task Who_asks_more_than_a_peer_may_in_an_hour_waits_for_the_next_and_nobody_else_does()
    {
        using var link = hub.Link(2);
        using var other = hub.Link(3);
        for (var asked = 0; asked < Allowed; asked += Question)
        {
            Assert.Equal(HttpStatusCode.OK, await AskAsync(link));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(link));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(other));

        async Task<HttpStatusCode> AskAsync(SwarmLink asking)
        {
            using var question = new ByteArrayContent(new byte[Question]);
            using var answer = await asking.AskLedgerAsync(question, Stop);
            return answer.StatusCode;
        }
    }

    public sealed class HubWithLedger : RunningHub
    {
        protected override GatewayOptions Options(GatewayOptions usual)
        {
            ArgumentNullException.ThrowIfNull(usual);
            return usual with { Ledger = new SomeLedger(), LedgerBytesAnHour = Allowed };
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
