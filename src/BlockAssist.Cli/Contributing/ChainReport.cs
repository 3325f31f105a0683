namespace BlockAssist.Cli.Contributing;

/// <summary>Where contributions go, and how far they are.</summary>
/// <param name="Chain">The ledger of its own, or the host of a node.</param>
/// <param name="ChainId">Which chain.</param>
/// <param name="Contract">Where the contract is.</param>
/// <param name="Account">Who this node is there; null while its keys have never been opened.</param>
internal sealed record ChainReport(string Chain, ulong ChainId, string Contract, string? Account)
{
    /// <summary>Whether nothing costs anything there: money there is none.</summary>
    public bool IsFree { get; init; }

    /// <summary>Whether a verifier has confirmed the account; null where that cannot be asked now.</summary>
    public bool? IsConfirmed { get; init; }

    /// <summary>What the account has, in ether.</summary>
    public string Balance { get; init; } = "0";

    /// <summary>What the contract owes it, in ether.</summary>
    public string Owed { get; init; } = "0";

    /// <summary>The round that was opened last; 0 for none, null where that cannot be asked now.</summary>
    public uint? Round { get; init; }

    /// <summary>How far that is.</summary>
    public string Phase { get; init; } = "None";

    /// <summary>Contributions of which nothing is on its way.</summary>
    public int Queued { get; init; }

    /// <summary>Contributions that may be on their way.</summary>
    public int Sent { get; init; }

    /// <summary>Contributions that the contract has.</summary>
    public int Landed { get; init; }

    /// <summary>What is in the way; null if nothing is.</summary>
    public string? Trouble { get; init; }
}
