namespace BlockAssist.Chain.Sponsored;

/// <summary>Which version of the EntryPoint; the numbers are those behind its point. They take the same operations and hash them otherwise.</summary>
public enum EntryPointVersion
{
    /// <summary>0.7: hashes by the ABI.</summary>
    V07 = 7,

    /// <summary>0.8: hashes as typed data (EIP-712).</summary>
    V08 = 8,
}
