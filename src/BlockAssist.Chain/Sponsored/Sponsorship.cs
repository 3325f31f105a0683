using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sponsored;

/// <summary>Who pays for a user operation in place of its account.</summary>
/// <param name="Paymaster">The contract that pays.</param>
/// <param name="VerificationGas">How much gas it may use to check whether it does.</param>
/// <param name="PostOperationGas">How much gas it may use at the end.</param>
/// <param name="Data">What it is told.</param>
public sealed record Sponsorship(Address Paymaster, ulong VerificationGas, ulong PostOperationGas, ReadOnlyMemory<byte> Data);
