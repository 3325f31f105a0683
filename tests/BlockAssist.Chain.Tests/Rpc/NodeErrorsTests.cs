using System.Text.Json;
using BlockAssist.Chain.Rpc;

namespace BlockAssist.Chain.Tests.Rpc;

public sealed class NodeErrorsTests
{
    // anvil 1.7.1 first, hardhat 2 and 3 after it.
    [Theory]
    [InlineData(-32003, "nonce too low", ChainFault.NonceTooLow)]
    [InlineData(-32000, "Nonce too low. Expected nonce to be 5 but got 3.", ChainFault.NonceTooLow)]
    [InlineData(-32003, "Insufficient funds for gas * price + value", ChainFault.InsufficientFunds)]
    [InlineData(-32000, "Sender doesn't have enough funds to send tx. The max upfront cost is: 1 and the sender's balance is: 0.", ChainFault.InsufficientFunds)]
    [InlineData(-32003, "invalid chain id for signer", ChainFault.WrongChain)]
    [InlineData(-32602, "Trying to send an incompatible EIP-155 transaction with an invalid chainId", ChainFault.WrongChain)]
    [InlineData(-32003, "max fee per gas less than block base fee", ChainFault.FeeCapBelowBase)]
    [InlineData(-32000, "Transaction maxFeePerGas (1) is too low for the next block, which has a baseFeePerGas of 100", ChainFault.FeeCapBelowBase)]
    [InlineData(-32003, "transaction already imported", ChainFault.AlreadyKnown)]
    [InlineData(-32000, "Known transaction: 0x12", ChainFault.AlreadyKnown)]
    [InlineData(-32003, "replacement transaction underpriced", ChainFault.ReplacementUnderpriced)]
    [InlineData(-32000, "Replacement transaction underpriced. A gasPrice/maxFeePerGas of at least 110000000000 is necessary", ChainFault.ReplacementUnderpriced)]
    [InlineData(-32000, "transaction underpriced", ChainFault.Underpriced)]
    [InlineData(-32000, "intrinsic gas too low", ChainFault.GasOutOfRange)]
    [InlineData(-32000, "intrinsic gas too high -- tx.gas_limit > env.block.gas_limit", ChainFault.GasOutOfRange)]
    [InlineData(-32000, "Transaction requires at least 21000 gas but got 100", ChainFault.GasOutOfRange)]
    [InlineData(-32000, "Transaction gas limit is 20000000 and exceeds transaction gas cap of 16777216", ChainFault.GasOutOfRange)]
    [InlineData(-32000, "Nonce too high. Expected nonce to be 3 but got 5. Note that transactions can't be queued when automining.", ChainFault.NonceGap)]
    [InlineData(3, "execution reverted", ChainFault.Reverted)]
    [InlineData(-32603, "Error: VM Exception while processing transaction: reverted with reason string 'x'", ChainFault.Reverted)]
    [InlineData(-32005, "anything", ChainFault.RateLimited)]
    [InlineData(-32000, "rate limit, says the text alone", ChainFault.Other)]
    [InlineData(0, "", ChainFault.Other)]
    public void What_nodes_say_means_the_same(int code, string text, ChainFault fault) => Assert.Equal(fault, NodeErrors.FaultOf(code, text));

    [Theory]
    [InlineData("""{"code":3,"message":"execution reverted","data":"0x4e487b710000000000000000000000000000000000000000000000000000000000000012"}""", "division by zero")]
    [InlineData("""{"code":-32603,"message":"reverted","data":{"message":"m","data":"0x4e487b710000000000000000000000000000000000000000000000000000000000000011"}}""", "arithmetic overflow")]
    [InlineData("""{"code":-32603,"message":"reverted","data":{"data":{"data":null}}}""", "no reason")]
    [InlineData("""{"code":3,"message":"reverted","data":7}""", "no reason")]
    public void Why_a_contract_refused_is_found_wherever_it_stands(string json, string reason)
    {
        using var document = JsonDocument.Parse(json);

        var error = NodeErrors.Of("eth_call", document.RootElement);

        Assert.Equal(ChainFault.Reverted, error.Fault);
        Assert.Equal(reason, error.Error!.ToString());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("""{"code":"x","message":5}""")]
    [InlineData("""{"code":1e99}""")]
    public void An_error_of_another_form_is_an_error_too(string json)
    {
        using var document = JsonDocument.Parse(json);

        Assert.Equal(ChainFault.Other, NodeErrors.Of("eth_call", document.RootElement).Fault);
    }
}
