using System.Text.Json.Serialization;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Values;

namespace BlockAssist.Cli.Contributing;

/// <summary>Which ledger a hub has, or which chain its swarm uses.</summary>
/// <param name="ChainId">Which chain it is.</param>
/// <param name="Contract">Where its contract is.</param>
internal sealed record LedgerPlace(ulong ChainId, string Contract)
{
    /// <summary>Whether that is a chain of which the hub has only the contract.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>The same, checked; null if it is none.</summary>
    [JsonIgnore]
    public ContractPlace? Checked => Address.TryParse(Contract, out var contract) ? new ContractPlace(ChainId, contract) : null;
}
