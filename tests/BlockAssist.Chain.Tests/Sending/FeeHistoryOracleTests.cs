using System.Text.Json.Nodes;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sending;
using BlockAssist.Chain.Tests.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Sending;

public sealed class FeeHistoryOracleTests
{
    [Fact]
    public async Task Fees_are_the_median_tip_and_twice_the_next_base_fee()
    {
        var quote = await QuoteAsync("""{"baseFeePerGas":["0x64","0x3e8"],"reward":[["0x5"],["0x7"],["0x3b9aca00"]]}""", new Wei(1));

        Assert.Equal(new FeeQuote(new Wei(1000), new Wei(7), new Wei(2007)), quote);
    }

    [Theory]
    [InlineData("""{"baseFeePerGas":["0x64"],"reward":[["0x0"],["0x0"]]}""")]
    [InlineData("""{"baseFeePerGas":["0x64"],"reward":[]}""")]
    [InlineData("""{"baseFeePerGas":["0x64"],"reward":null}""")]
    [InlineData("""{"baseFeePerGas":["0x64"]}""")]
    public async Task Where_nobody_paid_besides_the_least_is_paid(string history) =>
        Assert.Equal(new FeeQuote(new Wei(100), new Wei(3), new Wei(203)), await QuoteAsync(history, new Wei(3)));

    [Theory]
    [InlineData("""{"baseFeePerGas":[]}""")]
    [InlineData("""{"baseFeePerGas":["0x64"],"reward":[[]]}""")]
    [InlineData("""{"baseFeePerGas":[null]}""")]
    [InlineData("""{"baseFeePerGas":["0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"]}""")]
    [InlineData("null")]
    public async Task Fees_of_another_form_or_beyond_all_numbers_are_refused(string history)
    {
        var error = await Assert.ThrowsAsync<ChainException>(() => QuoteAsync(history, Wei.Zero));

        Assert.Equal(ChainFault.Malformed, error.Fault);
    }

    private static async Task<FeeQuote> QuoteAsync(string history, Wei least)
    {
        using var server = new FakeNode((_, _) => JsonNode.Parse(history));
        using var rpc = server.Rpc(new HurriedClock());
        return await new FeeHistoryOracle(new ChainNode(rpc), least).QuoteAsync(TestContext.Current.CancellationToken);
    }
}
