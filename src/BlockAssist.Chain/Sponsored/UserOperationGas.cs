namespace BlockAssist.Chain.Sponsored;

/// <summary>How much gas a user operation may use, without what its paymaster does.</summary>
/// <param name="Call">For what it is about.</param>
/// <param name="Verification">For making the account and checking the signature.</param>
/// <param name="PreVerification">For what no contract can measure; paid in full.</param>
public sealed record UserOperationGas(ulong Call, ulong Verification, ulong PreVerification)
{
    /// <summary>None: not known yet.</summary>
    public static UserOperationGas None { get; } = new(0, 0, 0);
}
