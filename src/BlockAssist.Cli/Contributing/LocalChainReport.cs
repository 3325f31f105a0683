namespace BlockAssist.Cli.Contributing;

/// <summary>A local chain, for trying things out.</summary>
/// <param name="Rpc">Where it answers.</param>
/// <param name="ChainId">Which chain.</param>
/// <param name="Contract">Where the contract is.</param>
/// <param name="Account">The account of this node: it has plenty of money, and is confirmed.</param>
/// <param name="Hub">The account that deployed the contract, and is its admin, hub and verifier.</param>
internal sealed record LocalChainReport(string Rpc, ulong ChainId, string Contract, string Account, string Hub)
{
    /// <summary>Accounts with money whose keys everybody knows.</summary>
    public IReadOnlyList<string> Funded { get; init; } = [];
}
