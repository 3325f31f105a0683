using System.Text.Json;
using System.Text.Json.Nodes;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sponsored;

/// <summary>Who decides whether a paymaster pays (ERC-7677).</summary>
/// <param name="rpc">The way to it.</param>
/// <param name="context">What it wants to know besides, such as by which policy; null if nothing.</param>
public sealed class PaymasterService(IJsonRpc rpc, JsonObject? context = null)
{
    private const int MostBytes = 1 << 15;

    /// <summary>What stands for its promise in estimates of gas, and whether it is the promise already.</summary>
    internal async Task<(Sponsorship Stub, bool IsFinal)> StubAsync(UserOperation operation, ReadOnlyMemory<byte> signature, EntryPoint entryPoint, ulong chainId, CancellationToken cancellation) =>
        await AskAsync("pm_getPaymasterStubData", operation, signature, entryPoint, chainId, cancellation);

    /// <summary>Its promise to pay for an operation as it is, but for the signature.</summary>
    internal async Task<Sponsorship> PromiseAsync(UserOperation operation, ReadOnlyMemory<byte> signature, EntryPoint entryPoint, ulong chainId, CancellationToken cancellation) =>
        (await AskAsync("pm_getPaymasterData", operation, signature, entryPoint, chainId, cancellation)).Terms;

    private Task<(Sponsorship Terms, bool IsFinal)> AskAsync(
        string method, UserOperation operation, ReadOnlyMemory<byte> signature, EntryPoint entryPoint, ulong chainId, CancellationToken cancellation) =>
        rpc.AskAsync(
            new RpcCall(method, operation.ToJson(signature.Span), $"{entryPoint.Contract}", Quantity.Of(chainId), context?.DeepClone() ?? new JsonObject()),
            answer => (TermsOf(answer, operation.Sponsorship), answer.TryGetProperty("isFinal", out var isFinal) && isFinal.ValueKind == JsonValueKind.True), cancellation);

    // Gas that it says nothing of stays as it was.
    private static Sponsorship TermsOf(JsonElement answer, Sponsorship? before)
    {
        var data = Hex.Read(answer.Text("paymasterData"));
        return data.Length <= MostBytes
            ? new Sponsorship(
                Address.Parse(answer.Text("paymaster")), answer.OptionalNumber("paymasterVerificationGasLimit") ?? before?.VerificationGas ?? 0,
                answer.OptionalNumber("paymasterPostOpGasLimit") ?? before?.PostOperationGas ?? 0, data)
            : throw new ChainFormatException($"{data.Length} bytes for a paymaster; expected at most {MostBytes}");
    }
}
