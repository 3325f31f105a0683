namespace BlockAssist.Chain.Ledger.Contract;

/// <summary>The contract refuses a call; the bytes say why, as those of its original would.</summary>
internal sealed class Revert(ReadOnlyMemory<byte> reason) : Exception("the contract refuses")
{
    /// <summary>Why: an error of the ABI; nothing where the call is not in the form of the ABI.</summary>
    public ReadOnlyMemory<byte> Reason { get; } = reason;
}
