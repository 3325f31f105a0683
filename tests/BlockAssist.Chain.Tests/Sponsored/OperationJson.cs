using System.Text.Json;
using BlockAssist.Chain.Rpc;
using BlockAssist.Chain.Sponsored;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Tests.Sponsored;

/// <summary>User operations as bundlers are told them.</summary>
internal static class OperationJson
{
    public static UserOperation Of(JsonElement json) => new()
    {
        Sender = Address.Parse(json.GetProperty("sender").GetString()),
        Nonce = Quantity.Read(json.GetProperty("nonce").GetString()),
        Creation = json.TryGetProperty("factory", out _) ? new AccountCreation(Address.Parse(json.GetProperty("factory").GetString()), json.Hex("factoryData")) : null,
        CallData = json.Hex("callData"),
        Gas = new UserOperationGas(json.Number("callGasLimit"), json.Number("verificationGasLimit"), json.Number("preVerificationGas")),
        MaxPriorityFeePerGas = json.Wei("maxPriorityFeePerGas"),
        MaxFeePerGas = json.Wei("maxFeePerGas"),
        Sponsorship = json.TryGetProperty("paymaster", out _)
            ? new Sponsorship(
                Address.Parse(json.GetProperty("paymaster").GetString()), json.Number("paymasterVerificationGasLimit"), json.Number("paymasterPostOpGasLimit"), json.Hex("paymasterData"))
            : null,
    };
}
