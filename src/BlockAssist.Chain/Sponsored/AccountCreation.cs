using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Sponsored;

/// <summary>How an account is made that is not there yet.</summary>
/// <param name="Factory">The contract that makes it.</param>
/// <param name="Data">What that is told.</param>
public sealed record AccountCreation(Address Factory, ReadOnlyMemory<byte> Data);
