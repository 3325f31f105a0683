using System.Text.Json;
using BlockAssist.Chain.Rpc;

namespace BlockAssist.Chain.Sponsored;

/// <summary>How much gas a bundler says a user operation needs.</summary>
/// <param name="Gas">Without what its paymaster does.</param>
/// <param name="PaymasterVerification">For the paymaster's check; null if it does not say.</param>
/// <param name="PaymasterPostOperation">For what the paymaster does at the end; null if it does not say.</param>
internal sealed record GasEstimate(UserOperationGas Gas, ulong? PaymasterVerification, ulong? PaymasterPostOperation)
{
    public static GasEstimate Of(JsonElement answer) => new(
        new UserOperationGas(answer.Number("callGasLimit"), answer.Number("verificationGasLimit"), answer.Number("preVerificationGas")),
        answer.OptionalNumber("paymasterVerificationGasLimit"), answer.OptionalNumber("paymasterPostOpGasLimit"));
}
