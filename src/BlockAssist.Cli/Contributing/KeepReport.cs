namespace BlockAssist.Cli.Contributing;

/// <summary>Which rounds a node keeps on a contract.</summary>
/// <param name="Chain">On which chain.</param>
/// <param name="Contract">On which contract.</param>
/// <param name="Account">As whom.</param>
/// <param name="Rounds">How; null if it does not.</param>
internal sealed record KeepReport(ulong Chain, string Contract, string Account, KeptRounds? Rounds);
