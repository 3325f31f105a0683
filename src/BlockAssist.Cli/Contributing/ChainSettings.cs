using System.Text.Json.Serialization;
using BlockAssist.Chain.Contributions;
using BlockAssist.Chain.Values;

namespace BlockAssist.Cli.Contributing;

/// <summary>Which chain a node uses.</summary>
/// <param name="Rpc">Where a node of it is asked; may hold a key.</param>
/// <param name="ChainId">Which chain.</param>
/// <param name="Contract">Where the contract is.</param>
internal sealed record ChainSettings(string Rpc, ulong ChainId, string Contract)
{
    /// <summary>How many blocks must be on the chain from a transaction's own on before it counts as done.</summary>
    public int Confirmations { get; init; } = 5;

    /// <summary>What a unit of gas may cost at most.</summary>
    public double MaxGwei { get; init; } = 100;

    /// <summary>The block from which on the contract is there.</summary>
    public ulong First { get; init; }

    /// <summary>How this node keeps rounds there, if it does.</summary>
    public KeptRounds? Rounds { get; init; }

    /// <summary>Where the contract is.</summary>
    [JsonIgnore]
    public ContractPlace Place => new(ChainId, Address.Parse(Contract));

    /// <summary>Of the address of the node what may be shown.</summary>
    [JsonIgnore]
    public string Host => new Uri(Rpc).Authority;
}
