using System.Text.Json.Nodes;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Contracts;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Tests.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Contracts;

public sealed class ContractFunctionTests
{
    private static readonly AbiFunction Submit = AbiFunction.Parse("submit(address user, (uint256 score, bytes32[2] hashes)[] work) returns (bool)");
    private static readonly AbiFunction Totals = AbiFunction.Parse("totals() returns (uint64 rounds, (uint256 score, bytes32[2] hashes) best, string[] names)");
    private static readonly KnownErrors Errors = new(ContractErrors.Of<DuplicateContribution>());

    private static readonly string[] Names = ["ada", "bob"];

    private static readonly SubmitFunction Message = new()
    {
        User = Some.Address(4).ToString(),
        Work = [new Work { Score = 7, Hashes = [Some.Hash(1), Some.Hash(2)] }],
        AmountToSend = 5,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void A_message_is_the_call_that_its_class_says()
    {
        var request = FunctionOf<SubmitFunction>(_ => "0x").RequestOf(Message);

        Assert.Equal(Submit.EncodeCall(Some.Address(4), new object[] { new object[] { 7, new object[] { Some.Hash(1), Some.Hash(2) } } }), request.Data.ToArray());
        Assert.Equal((Some.Address(9), new Wei(5)), (request.To, request.Value));
    }

    [Fact]
    public async Task What_comes_back_is_read()
    {
        var yes = await FunctionOf<SubmitFunction>(_ => Hex(Submit.Outputs.EncodeParts(true))).QueryAsync<bool>(Message, BlockRef.Latest, Cancellation);
        var totals = await FunctionOf<TotalsFunction>(_ => Hex(Totals.Outputs.EncodeParts(3, new object[] { 8, new object[] { Some.Hash(1), Some.Hash(2) } }, Names)))
            .QueryAsync<Totals>(new TotalsFunction(), BlockRef.Of(Some.Hash(5)), Cancellation);

        Assert.True(yes);
        Assert.Equal((3UL, 8), (totals.Rounds, totals.Best.Score));
        Assert.Equal([Some.Hash(1), Some.Hash(2)], totals.Best.Hashes);
        Assert.Equal(Names, totals.Names);
    }

    [Theory]
    [InlineData("0x")]
    [InlineData("0x02")]
    [InlineData("0x0000000000000000000000000000000000000000000000000000000000000002")]
    public async Task An_answer_of_another_form_is_refused(string answer)
    {
        var error = await Assert.ThrowsAsync<ChainException>(() => FunctionOf<SubmitFunction>(_ => answer).QueryAsync<bool>(Message, BlockRef.Latest, Cancellation));

        Assert.Equal(ChainFault.Malformed, error.Fault);
    }

    [Fact]
    public async Task Why_a_contract_refuses_is_told_in_its_words()
    {
        var error = await Assert.ThrowsAsync<ChainException>(() => FunctionOf<SubmitFunction>(_ => throw new Refusal(
            3, "execution reverted", Hex(Selector.Of("DuplicateContribution(bytes32)").Before(Some.Hash(3).ToArray())))).QueryAsync<bool>(Message, BlockRef.Latest, Cancellation));

        Assert.Contains($"DuplicateContribution(id={Some.Hash(3)})", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_absent_is_told()
    {
        Assert.Throws<ChainFormatException>(() => FunctionOf<SubmitFunction>(_ => "0x").Encode(new SubmitFunction { User = "nobody" }));
        Assert.Throws<ChainFormatException>(() => FunctionOf<SubmitFunction>(_ => "0x").Encode(new SubmitFunction { User = null! }));
    }

    private static ContractFunction<TMessage> FunctionOf<TMessage>(Func<JsonNode, JsonNode> answer)
        where TMessage : FunctionMessage =>
        new(new ChainNode(new FakeNode((_, arguments) => answer(arguments[0]!)).Rpc(new HurriedClock())), Some.Address(9), Errors);

    private static string Hex(byte[] bytes) => "0x" + Convert.ToHexStringLower(bytes);
}
