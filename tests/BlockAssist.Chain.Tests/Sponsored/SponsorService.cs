using System.Text.Json;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Signing;
using BlockAssist.Chain.Sponsored;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Sponsored;

/// <summary>Promises, for the owner of <c>Sponsor.sol</c>, to pay for whatever comes.</summary>
internal sealed class SponsorService(Address paymaster, LocalSigner owner, ulong chainId) : IJsonRpc
{
    private static readonly AbiTuple Terms = AbiFunction.Parse("terms(uint256,address,address,uint256,bytes32,bytes32,bytes32,uint256,bytes32)").Inputs;
    private static readonly AbiTuple Signature = AbiFunction.Parse("signature(bytes32,bytes32,uint8)").Inputs;

    /// <summary>How often it promised.</summary>
    public int Promised { get; private set; }

    public Task<JsonElement> CallAsync(RpcCall question, CancellationToken cancellation)
    {
        var operation = OperationJson.Of(JsonSerializer.SerializeToElement(question.Arguments[0]));
        var isStub = question.Method == "pm_getPaymasterStubData";
        Promised += isStub ? 0 : 1;
        var signature = owner.Sign(isStub ? default : TermsOf(operation));
        return Task.FromResult(JsonSerializer.SerializeToElement(new JsonObject
        {
            ["paymaster"] = $"{paymaster}",
            ["paymasterData"] = Hex.Of(Signature.EncodeParts(signature.R, signature.S, 27 + signature.RecoveryId)),
            ["paymasterPostOpGasLimit"] = "0x0",
        }));
    }

    public Task<IReadOnlyList<RpcReply>> BatchAsync(IReadOnlyList<RpcCall> questions, CancellationToken cancellation) => throw new NotSupportedException();

    private Hash32 TermsOf(UserOperation operation) => Keccak256.Of(Terms.EncodeParts(
        chainId, paymaster, operation.Sender, operation.Nonce, Keccak256.Of(operation.InitCode), Keccak256.Of(operation.CallData.Span), operation.AccountGasLimits, operation.Gas.PreVerification,
        operation.GasFees));
}
